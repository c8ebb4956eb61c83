package cn.citybrain.parking.onboarding.simulator.alipay.parking;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BeijingTime;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BizContent;
import cn.citybrain.parking.onboarding.simulator.alipay.signing.Merchants;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What Alipay checks of a debit before it takes it. The codes of its refusals are assumed. */
@Component
class PayChecks {

    private final Clock clock;

    PayChecks(Clock clock) {
        this.clock = clock;
    }

    Order read(BizContent content, String notifyUrl, ChannelOffice office) {
        Lot lot = ParkingLotController.byNumber(office, content.text("parking_id", ".{1,32}"))
                .orElseThrow(() -> AlipayError.business("PARKING_LOT_NOT_EXIST", "停车场不存在"));
        Instant in = content.time("in_time");
        Instant out = content.time("out_time");
        if (!out.isAfter(in) || out.isAfter(clock.instant())) {
            throw AlipayError.parameter("out_time", "须晚于入场时间，且不晚于当前时间");
        }
        content.text("pay_scene", "PLATE_PAY");
        Map<String, String> facts = new HashMap<>();
        facts.put("parkingId", lot.number());
        facts.put("inTime", BeijingTime.text(in));
        facts.put("outTime", BeijingTime.text(out));
        facts.put("subject", content.text("subject", ".{1,256}"));
        String plate = content.plate("car_number");
        facts.put(Trades.USER, payer(plate, office));
        return Order.asked(
                content.text("out_trade_no", "[0-9A-Za-z_-]{1,64}"),
                "2026" + Numbers.digits(24),
                content.text("seller_id", Merchants.PID),
                content.text("serial_no", ".{1,64}"),
                lot.name(),
                plate,
                content.color("car_number_color"),
                content.fen("total_fee"),
                notifyUrl,
                facts);
    }

    private static String payer(String plate, ChannelOffice office) {
        String known = office.agreements().of(plate, "").payerId();
        return known.isEmpty() ? "2088" + "%012d".formatted(Math.abs((long) plate.hashCode())) : known;
    }

    /** Payee, visit and agreement must fit; a number that came before is not asked again. */
    void check(Order asked, ChannelOffice office) {
        Merchants.check(office, asked.account());
        Visit visit = office.visits()
                .find(asked.visit())
                .orElseThrow(() -> AlipayError.business("SERIAL_NO_NOT_EXIST", "业务流水号不存在"));
        boolean fits = visit.plateNo().equals(asked.plateNo())
                && visit.account().equals(asked.account())
                && visit.fact("parkingId").equals(asked.fact("parkingId"))
                && visit.enteredAt().equals(asked.fact("inTime"));
        if (!fits) {
            throw AlipayError.business("SERIAL_NO_NOT_MATCH", "业务流水号与车牌、停车场或入场时间不符");
        }
        switch (office.agreements().of(asked.plateNo(), asked.plateColor()).state()) {
            case Agreement.SIGNED -> {}
            case Agreement.PAUSED -> throw AlipayError.business("NSF_CHECK_FAILED", "用户校验未通过，不能代扣");
            case Scenes.ETC_ONLY -> throw AlipayError.business("NOT_SUPPORT_WITHHOLD", "该车不支持车牌代扣");
            default -> throw AlipayError.business("AGREEMENT_NOT_EXIST", "用户未签约代扣协议");
        }
    }
}

package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import cn.citybrain.parking.onboarding.words.Yuan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what a channel says it charged with what was ordered. What it does not echo is proven by the kept order. */
final class EchoedFacts {

    private static final ZoneId HANGZHOU = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private EchoedFacts() {}

    /** Sentences in Chinese, one for each fact that differs; plates are masked. */
    static List<String> differences(DeductionOrder order, ChargedFacts facts) {
        List<String> found = new ArrayList<>();
        if (facts == null) {
            return found;
        }
        LotRegistration lot = order.visit().lot();
        compare(found, "商户订单号", order.outTradeNo(), facts.outTradeNo());
        compare(found, "金额", yuan(order.amount()), yuan(facts.amount()));
        compare(found, "收款账户", lot.channelAccount(), facts.channelAccount());
        compare(found, "入场编号", order.visit().reference(), facts.visitReference());
        comparePlates(found, order.visit().plate(), facts.plateNumber());
        compare(found, "停车场", lot.lotName(), facts.lotName());
        compare(found, "入场时间", time(order.visit().enteredAt()), time(facts.enteredAt()));
        compare(found, "离场时间", time(order.visit().leftAt()), time(facts.leftAt()));
        compareTerminal(found, lot, facts.terminalNo());
        return found;
    }

    private static void compareTerminal(List<String> found, LotRegistration lot, String echoed) {
        boolean installed = lot.lot().devices().stream()
                .anyMatch(device -> device.terminalNo().equalsIgnoreCase(echoed));
        if (echoed != null && !installed) {
            found.add("终端不一致：渠道使用的终端 " + echoed + " 没有安装在该停车场的车道上");
        }
    }

    private static void compare(List<String> found, String name, Object ordered, Object echoed) {
        if (echoed != null && !Objects.equals(ordered, echoed)) {
            found.add(name + "不一致：账单为 " + ordered + "，渠道为 " + echoed);
        }
    }

    private static void comparePlates(List<String> found, Plate ordered, String echoed) {
        if (echoed != null && !ordered.number().equals(echoed) && !PlateNumber.same(ordered.number(), echoed)) {
            found.add("车牌不一致：账单为 " + ordered.masked() + "，渠道为 " + PlateNumber.masked(echoed));
        }
    }

    private static String yuan(Integer fen) {
        return fen == null ? null : Yuan.of(fen);
    }

    /** In whole seconds, as people in Hangzhou read a clock. */
    private static String time(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, HANGZHOU).format(TIME);
    }
}

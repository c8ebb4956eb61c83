package cn.citybrain.parking.onboarding.simulator.alipay.parking;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayController;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayProtocol;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BeijingTime;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BizContent;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Vehicles: whether the owner agreed, that they came, that they went. */
@AlipayController
class VehicleController {

    private final ChannelOffice office;
    private final ObjectMapper json;
    private final Clock clock;

    VehicleController(Offices offices, ObjectMapper json, Clock clock) {
        this.office = offices.of(AlipayParty.CODE);
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.agreement.query")
    Map<String, Object> agreement(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        lot(content);
        String payer = content.optional("alipay_user_id").isEmpty()
                ? content.optional("open_id")
                : content.optional("alipay_user_id");
        String state = office.agreements().state(content.plate("car_number"), content.color("plate_color"), payer);
        Map<String, Object> answer = AlipayError.success();
        answer.put("agreement_scene", Scenes.text(state));
        answer.put("car_status", state.equals("SIGNED") ? "NON-SENSE-PAY" : "NORMAL");
        answer.put("advance_status", state.equals(Scenes.ADVANCE_UNKNOWN) ? "2" : "1");
        answer.put("current_time", BeijingTime.text(clock.instant()));
        if (state.equals(Scenes.CONSULT_FAILED)) {
            answer.put("user_advance_info", Map.of("consult_result", "1"));
        }
        return answer;
    }

    /** The same visit again gets the same number (assumed). */
    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.enterinfo.sync")
    Map<String, Object> enter(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        Lot lot = lot(content);
        Instant at = content.time("in_time");
        if (at.isAfter(clock.instant())) {
            throw AlipayError.business("INVALID_PARAMETER", "入场时间不应晚于当前时间");
        }
        Visit asked = new Visit(
                BeijingTime.text(at).replaceAll("\\D", "") + Numbers.digits(14),
                lot.account(),
                content.optional("out_serial_no"),
                content.plate("car_number"),
                content.optional("car_color").isEmpty() ? "" : content.color("car_color"),
                lot.name(),
                BeijingTime.text(at),
                "",
                Visit.NORMAL,
                "",
                Map.of("parkingId", lot.number()));
        Map<String, Object> answer = AlipayError.success();
        answer.put(
                "serial_no",
                office.alone(() -> known(lot, asked.outNo())
                                .orElseGet(() -> office.visits().put(asked)))
                        .id());
        return answer;
    }

    private Optional<Visit> known(Lot lot, String outSerialNo) {
        return office.visits().all().stream()
                .filter(visit -> !outSerialNo.isEmpty() && visit.outNo().equals(outSerialNo))
                .filter(visit -> visit.fact("parkingId").equals(lot.number()))
                .findFirst();
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.exitinfo.sync")
    Map<String, Object> exit(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        Lot lot = lot(content);
        String at = BeijingTime.text(content.time("out_time"));
        String plate = content.plate("car_number");
        return office.alone(() -> left(content, lot, plate, at));
    }

    private Map<String, Object> left(BizContent content, Lot lot, String plate, String at) {
        Visit visit = office.visits()
                .find(content.optional("serial_no"))
                .or(() -> known(lot, content.optional("out_serial_no")))
                .filter(found ->
                        found.plateNo().equals(plate) && found.fact("parkingId").equals(lot.number()))
                .orElseThrow(() -> AlipayError.business("ENTER_INFO_NOT_EXIST", "没有对应的驶入记录"));
        if (!visit.leftAt().isEmpty() && !visit.leftAt().equals(at)) {
            throw AlipayError.business("VEHICLE_HAS_LEFT", "该车已于另一时间驶出");
        }
        office.visits().put(visit.left(at));
        return AlipayError.success();
    }

    private Lot lot(BizContent content) {
        return ParkingLotController.byNumber(office, content.text("parking_id", ".{1,32}"))
                .orElseThrow(() -> AlipayError.business("PARKING_LOT_NOT_EXIST", "停车场不存在"));
    }
}

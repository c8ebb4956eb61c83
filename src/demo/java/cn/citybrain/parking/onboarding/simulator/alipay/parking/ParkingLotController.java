package cn.citybrain.parking.onboarding.simulator.alipay.parking;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayController;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayProtocol;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BizContent;
import cn.citybrain.parking.onboarding.simulator.alipay.signing.Merchants;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lots of the parking platform: registered the moment they are told. */
@AlipayController
class ParkingLotController {

    private final ChannelOffice office;
    private final ObjectMapper json;

    ParkingLotController(Offices offices, ObjectMapper json) {
        this.office = offices.of(AlipayParty.CODE);
        this.json = json;
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.parkinglotinfo.create")
    Map<String, Object> create(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        Lot asked = asked(content);
        return office.alone(() -> created(asked));
    }

    private Map<String, Object> created(Lot asked) {
        if (byOutNo(asked.outNo()).isPresent()) {
            return refused("INVALID_PARAMETER", "out_parking_id 已存在");
        }
        if (office.accounts().find(asked.account()).isEmpty()) {
            return refused("NO_PERMISSION_ERROR", "收款账户没有授权服务商录入停车场");
        }
        Map<String, Object> answer = AlipayError.success();
        answer.put("parking_id", office.lots().register(asked).number());
        return answer;
    }

    private static Map<String, Object> refused(String code, String words) {
        Map<String, Object> answer = AlipayError.success();
        answer.put("biz_code", code);
        answer.put("biz_msg", words);
        return answer;
    }

    private static Lot asked(BizContent content) {
        Map<String, String> facts = new HashMap<>();
        facts.put("longitude", content.text("longitude", "\\d{1,3}(\\.\\d{1,11})?"));
        facts.put("latitude", content.text("latitude", "\\d{1,2}(\\.\\d{1,11})?"));
        facts.put("parking_mobile", content.text("parking_mobile", "[0-9-]{5,20}"));
        facts.put("pay_type", content.text("pay_type", "[1-4](,[1-4])*"));
        facts.put("support_after_pay", content.optional("support_after_pay"));
        String payee = content.text("mchnt_id", Merchants.PID);
        checkWithholding(content.json().path("business_isv"), payee);
        String spaces = content.optional("sum_space");
        return Lot.submitted(
                content.text("out_parking_id", ".{1,28}"),
                payee,
                content.text("parking_name", ".{1,64}"),
                content.text("parking_address", ".{1,512}"),
                spaces.matches("\\d{1,6}") ? Integer.parseInt(spaces) : 0,
                facts);
    }

    /** Withholding needs somebody who is paid. */
    private static void checkWithholding(JsonNode business, String payee) {
        for (JsonNode item : business) {
            boolean nobody = item.path("business_payee_id").asText().isEmpty();
            if (item.path("business_type").asText().equals("AGREEMENT_PAY") && nobody) {
                throw AlipayError.parameter("business_payee_id", "业务类型为 AGREEMENT_PAY 时必填，例如 " + payee);
            }
        }
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.parkinglotinfo.query")
    Map<String, Object> query(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        Lot lot = byOutNo(content.optional("out_parking_id"))
                .or(() -> byNumber(office, content.optional("parking_id")))
                .orElseThrow(() -> AlipayError.business("PARKING_LOT_NOT_EXIST", "停车场不存在"));
        Map<String, Object> answer = AlipayError.success();
        answer.put("parking_id", lot.number());
        answer.put("out_parking_id", lot.outNo());
        answer.put("parking_name", lot.name());
        answer.put("parking_address", lot.address());
        answer.put("mchnt_id", lot.account());
        answer.put("parking_longitude", lot.fact("longitude"));
        answer.put("parking_latitude", lot.fact("latitude"));
        answer.put("parking_mobile", lot.fact("parking_mobile"));
        answer.put("pay_type", lot.fact("pay_type"));
        return answer;
    }

    private Optional<Lot> byOutNo(String outNo) {
        return office.lots().all().stream()
                .filter(lot -> lot.state() == Lot.State.PASSED && lot.outNo().equals(outNo))
                .findFirst();
    }

    static Optional<Lot> byNumber(ChannelOffice office, String number) {
        return office.lots().all().stream()
                .filter(lot -> lot.state() == Lot.State.PASSED && lot.number().equals(number))
                .findFirst();
    }
}

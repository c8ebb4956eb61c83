package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.Body;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayController;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The lot application; only its withdrawal is documented, the rest is assumed. */
@WechatPayController
@RequestMapping("/v3/parking/reminders/application")
class LotController {

    private final ChannelOffice office;

    LotController(Offices offices) {
        this.office = offices.of(WechatPayParty.CODE);
    }

    @PostMapping
    Map<String, Object> submit(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        SubMerchants.check(office, subMchid);
        Lot asked = Lot.submitted(
                body.text("/out_parking_lot_id", "商户停车场编号", "[0-9A-Za-z_-]{1,64}"),
                subMchid,
                body.text("/parking_lot_name", "停车场名称", ".{1,64}"),
                body.text("/address", "停车场地址", ".{1,256}"),
                body.number("/space_count", "车位数", 1),
                Map.of());
        return answer(office.lots().submit(asked));
    }

    @GetMapping("/{auditNo}")
    Map<String, Object> query(@PathVariable String auditNo) {
        return answer(lot(auditNo));
    }

    @PostMapping("/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@RequestBody JsonNode json) {
        Body body = new Body(json);
        Lot lot = lot(body.text("/parking_lot_audit_no", "停车场审核单号", ".{1,64}"));
        if (!lot.outNo().equals(body.text("/out_parking_lot_id", "商户停车场编号", "[0-9A-Za-z_-]{1,64}"))) {
            throw ApiError.invalid("审核单与商户停车场编号不一致");
        }
        if (office.lots().withdraw(lot.reference()).state() != Lot.State.WITHDRAWN) {
            throw ApiError.invalid("停车场审核已结束，不能撤回");
        }
    }

    private Lot lot(String auditNo) {
        return office.lots().find(auditNo).orElseThrow(() -> ApiError.of(404, "RESOURCE_NOT_EXISTS", "停车场审核单不存在"));
    }

    private static Map<String, Object> answer(Lot lot) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("parking_lot_audit_no", lot.reference());
        answer.put("out_parking_lot_id", lot.outNo());
        answer.put("audit_state", lot.state().name());
        if (!lot.reason().isEmpty()) {
            answer.put("reject_reason", lot.reason());
        }
        if (!lot.number().isEmpty()) {
            answer.put("parking_id", lot.number());
        }
        return answer;
    }
}

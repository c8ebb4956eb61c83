package cn.citybrain.parking.onboarding.simulator.wechatpay;

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
import org.springframework.web.bind.annotation.RestController;

/** The lot application; only its withdrawal is documented, the rest is assumed. */
@RestController
@RequestMapping("/v3/parking/reminders/application")
class LotController {

    private final Lots lots;
    private final SubMerchants merchants;

    LotController(Lots lots, SubMerchants merchants) {
        this.lots = lots;
        this.merchants = merchants;
    }

    @PostMapping
    Map<String, Object> submit(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        merchants.check(subMchid);
        LotApplication asked = new LotApplication(
                "",
                body.text("/out_parking_lot_id", "商户停车场编号", "[0-9A-Za-z_-]{1,64}"),
                subMchid,
                body.text("/parking_lot_name", "停车场名称", ".{1,64}"),
                body.text("/address", "停车场地址", ".{1,256}"),
                body.number("/space_count", "车位数", 1),
                "",
                "",
                "",
                null);
        return answer(lots.submit(asked));
    }

    @GetMapping("/{auditNo}")
    Map<String, Object> query(@PathVariable String auditNo) {
        return answer(lots.byAuditNo(auditNo));
    }

    @PostMapping("/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@RequestBody JsonNode json) {
        Body body = new Body(json);
        lots.withdraw(
                body.text("/parking_lot_audit_no", "停车场审核单号", ".{1,64}"),
                body.text("/out_parking_lot_id", "商户停车场编号", "[0-9A-Za-z_-]{1,64}"));
    }

    private static Map<String, Object> answer(LotApplication lot) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("parking_lot_audit_no", lot.auditNo());
        answer.put("out_parking_lot_id", lot.outParkingLotId());
        answer.put("audit_state", lot.state());
        if (!lot.rejectReason().isEmpty()) {
            answer.put("reject_reason", lot.rejectReason());
        }
        if (!lot.parkingId().isEmpty()) {
            answer.put("parking_id", lot.parkingId());
        }
        return answer;
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Applications for a sub-merchant number: {@code /v3/applyment4sub/applyment/}. */
@RestController
class ApplymentController {

    private static final String PATH = "/v3/applyment4sub/applyment/";

    private final Applyments applyments;
    private final ApplymentRules rules;
    private final MerchantLinks links;
    private final SimulatorStore store;
    private final ObjectMapper json;

    ApplymentController(
            Applyments applyments, ApplymentRules rules, MerchantLinks links, SimulatorStore store, ObjectMapper json) {
        this.applyments = applyments;
        this.rules = rules;
        this.links = links;
        this.store = store;
        this.json = json;
    }

    @PostMapping(PATH)
    Map<String, Object> submit(
            @RequestBody ObjectNode form, @RequestHeader(name = "Wechatpay-Serial", defaultValue = "") String serial) {
        if (!Party.PUBLIC_KEY_ID.equals(serial)) {
            throw ApiError.of(400, "PARAM_ERROR", "请求头 Wechatpay-Serial 不是有效的微信支付公钥 ID");
        }
        rules.openAndCheck(
                form, id -> store.find(MediaController.KIND, id, Media.class).isPresent());
        Map<String, Object> content = json.convertValue(form, new TypeReference<Map<String, Object>>() {});
        return Map.of(
                "applyment_id",
                applyments.submit(form.path("business_code").asText(), content).applymentId());
    }

    /** One page of the documentation writes the path with a slash at its end (assumed: both work). */
    @GetMapping({PATH + "business_code/{businessCode}", PATH + "business_code/{businessCode}/"})
    Map<String, Object> byBusinessCode(@PathVariable String businessCode) {
        return answer(applyments.find(businessCode).orElseThrow(ApplymentController::unknown));
    }

    @GetMapping(PATH + "applyment_id/{applymentId}")
    Map<String, Object> byApplymentId(@PathVariable long applymentId) {
        return answer(applyments.all().stream()
                .filter(applyment -> applyment.applymentId() == applymentId)
                .findFirst()
                .orElseThrow(ApplymentController::unknown));
    }

    private static ApiError unknown() {
        return ApiError.of(400, "APPLYMENT_NOTEXIST", "申请单不存在");
    }

    private Map<String, Object> answer(Applyment applyment) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("business_code", applyment.businessCode());
        answer.put("applyment_id", applyment.applymentId());
        answer.put("applyment_state", applyment.state());
        answer.put("applyment_state_msg", applyment.message());
        switch (ApplymentState.of(applyment.state())) {
            case TO_BE_CONFIRMED -> answer.put("sign_url", links.confirm(applyment));
            case TO_BE_SIGNED -> {
                answer.put("sub_mchid", applyment.subMchid());
                answer.put("sign_url", links.sign(applyment));
            }
            case SIGNING, FINISHED -> answer.put("sub_mchid", applyment.subMchid());
            case REJECTED -> answer.put("audit_detail", complaints(applyment));
            default -> {}
        }
        return answer;
    }

    private static List<Map<String, String>> complaints(Applyment applyment) {
        return applyment.complaints().stream()
                .map(complaint -> Map.of(
                        "field", complaint.field(),
                        "field_name", complaint.fieldName(),
                        "reject_reason", complaint.reason()))
                .toList();
    }
}

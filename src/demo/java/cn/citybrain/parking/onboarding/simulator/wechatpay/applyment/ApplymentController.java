package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.MerchantLinks;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayController;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
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

/** Applications for a sub-merchant number: {@code /v3/applyment4sub/applyment/}. */
@WechatPayController
class ApplymentController {

    private static final String PATH = "/v3/applyment4sub/applyment/";
    private static final String PREFIX = WechatPayParty.SP_MCHID + "_";

    private final ChannelOffice office;
    private final ApplymentRules rules;
    private final MerchantLinks links;
    private final ObjectMapper json;

    ApplymentController(Offices offices, ApplymentRules rules, MerchantLinks links, ObjectMapper json) {
        this.office = offices.of(WechatPayParty.CODE);
        this.rules = rules;
        this.links = links;
        this.json = json;
    }

    @PostMapping(PATH)
    Map<String, Object> submit(
            @RequestBody ObjectNode form, @RequestHeader(name = "Wechatpay-Serial", defaultValue = "") String serial) {
        if (!WechatPayParty.PUBLIC_KEY_ID.equals(serial)) {
            throw ApiError.of(400, "PARAM_ERROR", "请求头 Wechatpay-Serial 不是有效的微信支付公钥 ID");
        }
        rules.openAndCheck(form, id -> office.media().find(id).isPresent());
        Map<String, Object> content = json.convertValue(form, new TypeReference<Map<String, Object>>() {});
        return Map.of("applyment_id", number(office.alone(() -> submitted(form, content))));
    }

    private Application submitted(ObjectNode form, Map<String, Object> content) {
        Application asked = Application.submitted(
                no(form.path("business_code").asText()),
                String.valueOf(
                        2_000_002_000_000_001L + office.applications().all().size()),
                form.at("/subject_info/business_license_info/merchant_name").asText(),
                ApplymentState.AUDITING.name(),
                "资料已提交，正在审核",
                content);
        return office.applications().submit(asked, ApplymentController::refuseUnlessOpen);
    }

    /** The platform's application number: a business_code may begin with the service provider's number. */
    private static String no(String businessCode) {
        return businessCode.startsWith(PREFIX) ? businessCode.substring(PREFIX.length()) : businessCode;
    }

    private static long number(Application applyment) {
        return Long.parseLong(applyment.reference());
    }

    private static void refuseUnlessOpen(Application before) {
        switch (ApplymentState.of(before)) {
            case REJECTED, EDITTING -> {}
            case FINISHED, CANCELED ->
                throw ApiError.invalid(
                        "该业务申请编号的申请单已" + ApplymentState.of(before).words().text());
            default -> throw ApiError.of(400, "PROCESSING", "该业务申请编号的申请单正在处理中");
        }
    }

    /** One page of the documentation writes the path with a slash at its end (assumed: both work). */
    @GetMapping({PATH + "business_code/{businessCode}", PATH + "business_code/{businessCode}/"})
    Map<String, Object> byBusinessCode(@PathVariable String businessCode) {
        return answer(office.applications().find(no(businessCode)).orElseThrow(ApplymentController::unknown));
    }

    @GetMapping(PATH + "applyment_id/{applymentId}")
    Map<String, Object> byApplymentId(@PathVariable long applymentId) {
        return answer(office.applications().all().stream()
                .filter(applyment -> number(applyment) == applymentId)
                .findFirst()
                .orElseThrow(ApplymentController::unknown));
    }

    private static ApiError unknown() {
        return ApiError.of(400, "APPLYMENT_NOTEXIST", "申请单不存在");
    }

    private Map<String, Object> answer(Application applyment) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("business_code", applyment.value("business_code"));
        answer.put("applyment_id", number(applyment));
        answer.put("applyment_state", ApplymentState.of(applyment).code());
        answer.put("applyment_state_msg", applyment.message());
        switch (ApplymentState.of(applyment)) {
            case TO_BE_CONFIRMED -> answer.put("sign_url", links.to(WechatPayParty.CODE, "confirm", applyment));
            case TO_BE_SIGNED -> {
                answer.put("sub_mchid", applyment.account());
                answer.put("sign_url", links.to(WechatPayParty.CODE, "sign", applyment));
            }
            case SIGNING, FINISHED -> answer.put("sub_mchid", applyment.account());
            case REJECTED -> answer.put("audit_detail", complaints(applyment));
            default -> {}
        }
        return answer;
    }

    private static List<Map<String, String>> complaints(Application applyment) {
        return applyment.complaints().stream()
                .map(complaint -> Map.of(
                        "field", complaint.field(),
                        "field_name", complaint.fieldName(),
                        "reject_reason", complaint.reason()))
                .toList();
    }
}

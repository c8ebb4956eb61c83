package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What WeChat Pay's {@code applyment_state} means to us. */
final class ApplymentStates {

    private static final Set<String> UNDER_WAY = Set.of(
            "APPLYMENT_STATE_AUDITING",
            "APPLYMENT_STATE_TO_BE_CONFIRMED",
            "APPLYMENT_STATE_TO_BE_SIGNED",
            "APPLYMENT_STATE_SIGNING",
            "APPLYMENT_STATE_FINISHED");

    private ApplymentStates() {}

    /** Whether the application is with WeChat Pay: a rejected or half-edited one waits to be sent (again). */
    static boolean underWay(JsonObject applyment) {
        return UNDER_WAY.contains(Json.text(applyment, "applyment_state"));
    }

    static ReviewResult read(JsonObject applyment) {
        String state = Json.text(applyment, "applyment_state");
        String words = Json.text(applyment, "applyment_state_msg");
        String link = Json.text(applyment, "sign_url");
        return switch (state) {
            case "APPLYMENT_STATE_AUDITING" -> new ReviewResult.UnderReview(or(words, "微信支付审核中"));
            case "APPLYMENT_STATE_SIGNING" -> new ReviewResult.UnderReview(or(words, "微信支付开通权限中"));
            case "APPLYMENT_STATE_TO_BE_CONFIRMED" -> new ReviewResult.AwaitingVerification(link, or(words, "待账户验证"));
            case "APPLYMENT_STATE_TO_BE_SIGNED" -> new ReviewResult.AwaitingSignature(link, or(words, "待签约"));
            case "APPLYMENT_STATE_REJECTED" -> new ReviewResult.Rejected(issues(applyment), words);
            case "APPLYMENT_STATE_CANCELED" -> new ReviewResult.Closed(or(words, "申请单已作废"));
            case "APPLYMENT_STATE_FINISHED" -> finished(Json.text(applyment, "sub_mchid"));
            // WeChat Pay's spelling; the application lies there unfinished and has to be submitted again
            case "APPLYMENT_STATE_EDITTING" -> new ReviewResult.Rejected(List.of(), or(words, "微信支付的申请单停在编辑中，请重新提交"));
            default -> new ReviewResult.Undetermined("微信支付返回了未知的申请单状态：" + state);
        };
    }

    private static ReviewResult finished(String subMchid) {
        return subMchid.isEmpty()
                ? new ReviewResult.Undetermined("微信支付已完成申请，但没有给出商户号")
                : new ReviewResult.Approved(subMchid);
    }

    private static List<FieldIssue> issues(JsonObject applyment) {
        List<FieldIssue> issues = new ArrayList<>();
        JsonElement details = applyment.get("audit_detail");
        if (details != null && details.isJsonArray()) {
            JsonArray list = details.getAsJsonArray();
            list.forEach(detail -> {
                if (detail.isJsonObject()) {
                    issues.add(issue(detail.getAsJsonObject()));
                }
            });
        }
        return issues;
    }

    private static FieldIssue issue(JsonObject detail) {
        String words = Json.text(detail, "reject_reason");
        String reason = or(NamedFields.spoken(words), "未说明原因");
        String name = or(Json.text(detail, "field_name"), Json.text(detail, "field"));
        Optional<String> key = NamedFields.keyOf(Json.text(detail, "field"))
                .or(() -> NamedFields.keyOfWords(name))
                .or(() -> NamedFields.inWords(words).stream().findFirst());
        return key.map(known -> new FieldIssue(known, reason))
                .orElseGet(() -> new FieldIssue("", name.isEmpty() ? reason : name + "：" + reason));
    }

    private static String or(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words;
    }
}

package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.channel.wire.WireFailure;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Applications for a sub-merchant number (特约商户进件), idempotent on {@code business_code}. */
final class WechatPayAccounts implements Accounts {

    private static final String PATH = "/v3/applyment4sub/applyment/";
    /** Plain text that fits into one RSA-OAEP block of a 2048-bit key. */
    private static final int LONGEST_SECRET = 214;

    private final WechatPayWire wire;
    private final MediaUpload media;
    private final ApplymentForm form;
    private final String prefix;

    WechatPayAccounts(WechatPayWire wire, MediaUpload media, ApplymentForm form, String prefix) {
        this.wire = wire;
        this.media = media;
        this.form = form;
        this.prefix = prefix;
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        List<FieldIssue> tooLong = tooLong(application.fields());
        if (!tooLong.isEmpty()) {
            return new SubmitResult.Rejected(tooLong, "");
        }
        MediaUpload.Uploaded papers = media.upload(application);
        return papers.issues().isEmpty()
                ? send(application, papers.mediaIds())
                : new SubmitResult.Rejected(papers.issues(), "");
    }

    private static List<FieldIssue> tooLong(Map<String, String> values) {
        return ApplymentFields.ALL.stream()
                .filter(field -> field.kind() == ApplymentField.Kind.SECRET)
                .filter(field ->
                        values.getOrDefault(field.key(), "").getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET)
                .map(ApplymentField::key)
                .distinct()
                .map(key -> new FieldIssue(key, "内容过长，微信支付最多接受 " + LONGEST_SECRET + " 字节，请缩短"))
                .toList();
    }

    private SubmitResult send(MerchantApplication application, Map<String, String> mediaIds) {
        String businessCode = prefix + application.applicationNo();
        try {
            JsonObject answer = wire.post(PATH, form.fill(businessCode, application.fields(), mediaIds));
            return new SubmitResult.Submitted(Json.text(answer, "applyment_id"));
        } catch (NoAnswer unclear) {
            return afterUnclear(businessCode, unclear);
        } catch (WechatPayRefusal refusal) {
            return refused(refusal);
        }
    }

    private static SubmitResult refused(WechatPayRefusal refusal) {
        if (!refusal.definite() || refusal.is("SIGN_ERROR")) {
            throw refusal;
        }
        if (refusal.is("PROCESSING")) {
            // an earlier sending of the same code arrived
            return new SubmitResult.Submitted("");
        }
        return new SubmitResult.Rejected(issues(refusal), NamedFields.spoken(refusal.words()));
    }

    private static List<FieldIssue> issues(WechatPayRefusal refusal) {
        String words = NamedFields.spoken(refusal.words());
        return refusal.fields().stream().map(key -> new FieldIssue(key, words)).toList();
    }

    /** Whether the application arrived shows in its state; one that did not is sent again later. */
    private SubmitResult afterUnclear(String businessCode, NoAnswer unclear) {
        try {
            JsonObject found = state(businessCode);
            if (ApplymentStates.underWay(found)) {
                return new SubmitResult.Submitted(Json.text(found, "applyment_id"));
            }
        } catch (WireFailure stillUnclear) {
            throw unclear;
        }
        throw unclear;
    }

    @Override
    public ReviewResult review(String applicationNo) {
        try {
            return ApplymentStates.read(state(prefix + applicationNo));
        } catch (WechatPayRefusal refusal) {
            if (refusal.definite() && refusal.is("APPLYMENT_NOTEXIST")) {
                return new ReviewResult.Closed("微信支付没有这份申请单：" + refusal.words());
            }
            throw refusal;
        }
    }

    @Override
    public SignState signState(String account) {
        return new SignState.NotAsked();
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        return new ByHand("微信支付", "没有撤回进件的接口：请在微信支付服务商平台作废申请单 " + prefix + applicationNo + "，并提醒商户不要验证账户、不要签约");
    }

    private JsonObject state(String businessCode) {
        return wire.get(PATH + "business_code/" + businessCode);
    }
}

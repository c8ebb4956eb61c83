package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import cn.citybrain.parking.onboarding.channel.wire.Digest;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Uploads the papers of an application: {@code POST /v3/merchant/media/upload}. */
final class MediaUpload {

    /** One page of the documentation says 2 MB, another 5: the smaller is safe. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private final WechatPayWire wire;

    MediaUpload(WechatPayWire wire) {
        this.wire = wire;
    }

    /** Media ids by field key, and what is wrong with papers that were not taken. */
    record Uploaded(Map<String, String> mediaIds, List<FieldIssue> issues) {}

    Uploaded upload(MerchantApplication application) {
        Map<String, String> mediaIds = new HashMap<>();
        List<FieldIssue> issues = new ArrayList<>();
        for (Paper paper : wanted(application)) {
            send(paper, mediaIds, issues);
        }
        return new Uploaded(mediaIds, issues);
    }

    private static List<Paper> wanted(MerchantApplication application) {
        return application.papers().stream()
                .filter(paper -> ApplymentFields.ALL.stream()
                        .anyMatch(field -> field.paper()
                                && field.key().equals(paper.fieldKey())
                                && field.applies(application.fields())))
                .toList();
    }

    private void send(Paper paper, Map<String, String> mediaIds, List<FieldIssue> issues) {
        String name = paper.fileName();
        byte[] picture = paper.within(0, LARGEST);
        JsonObject meta = new JsonObject();
        meta.addProperty("filename", name);
        meta.addProperty("sha256", Digest.sha256(picture));
        try {
            JsonObject answer = wire.upload("/v3/merchant/media/upload", meta, name, picture);
            mediaIds.put(paper.fieldKey(), Json.text(answer, "media_id"));
        } catch (WechatPayRefusal refusal) {
            if (!refusal.definite() || !refusal.is("REQUEST_BLOCKED", "PARAM_ERROR", "INVALID_REQUEST")) {
                throw refusal;
            }
            issues.add(new FieldIssue(paper.fieldKey(), refusal.words()));
        }
    }
}

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

    private static final Map<String, String> ENDINGS =
            Map.of("image/jpeg", ".jpg", "image/png", ".png", "image/bmp", ".bmp", "image/x-ms-bmp", ".bmp");

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
            String obstacle = obstacle(paper);
            if (obstacle.isEmpty()) {
                send(paper, mediaIds, issues);
            } else {
                issues.add(new FieldIssue(paper.fieldKey(), obstacle));
            }
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

    private static String obstacle(Paper paper) {
        if (!ENDINGS.containsKey(paper.mediaType())) {
            return "微信支付只接受 JPG、PNG、BMP 格式的图片，请重新上传";
        }
        return paper.content().length > LARGEST ? "图片超过微信支付的 2 MB 限制，请压缩后重新上传" : "";
    }

    private void send(Paper paper, Map<String, String> mediaIds, List<FieldIssue> issues) {
        String name = paper.documentId() + ENDINGS.get(paper.mediaType());
        JsonObject meta = new JsonObject();
        meta.addProperty("filename", name);
        meta.addProperty("sha256", Digest.sha256(paper.content()));
        try {
            JsonObject answer = wire.upload("/v3/merchant/media/upload", meta, name, paper.content());
            mediaIds.put(paper.fieldKey(), Json.text(answer, "media_id"));
        } catch (WechatPayRefusal refusal) {
            if (!refusal.definite() || !refusal.is("REQUEST_BLOCKED", "PARAM_ERROR", "INVALID_REQUEST")) {
                throw refusal;
            }
            issues.add(new FieldIssue(paper.fieldKey(), refusal.words()));
        }
    }
}

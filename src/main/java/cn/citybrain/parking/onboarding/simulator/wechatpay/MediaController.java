package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /v3/merchant/media/upload}. */
@RestController
class MediaController {

    static final String KIND = "wechatpay-media";
    private static final int LARGEST = 2 * 1024 * 1024;

    private final SimulatorStore store;
    private final Seals seals;
    private final ObjectMapper json;

    MediaController(SimulatorStore store, Seals seals, ObjectMapper json) {
        this.store = store;
        this.seals = seals;
        this.json = json;
    }

    @PostMapping("/v3/merchant/media/upload")
    Map<String, String> upload(@RequestParam String meta, @RequestParam MultipartFile file) throws IOException {
        JsonNode announced = json.readTree(meta);
        byte[] content = file.getBytes();
        String name = announced.path("filename").asText();
        if (!name.toLowerCase().matches(".{1,124}\\.(jpg|bmp|png)")) {
            throw ApiError.of(403, "REQUEST_BLOCKED", "图片类型不支持，只接受 jpg、bmp、png");
        }
        if (content.length == 0 || content.length > LARGEST) {
            throw ApiError.of(400, "PARAM_ERROR", "图片大小须在 2M 以内");
        }
        String sha256 = sha256(content);
        if (!sha256.equalsIgnoreCase(announced.path("sha256").asText())) {
            throw ApiError.of(403, "REQUEST_BLOCKED", "图片的 sha256 与 meta 不一致");
        }
        String mediaId = "MEDIA_" + seals.random(40);
        store.put(
                KIND,
                mediaId,
                new Media(mediaId, name, sha256, Base64.getEncoder().encodeToString(content)));
        return Map.of("media_id", mediaId);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayController;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /v3/merchant/media/upload}. */
@WechatPayController
class MediaController {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final ChannelOffice office;
    private final ObjectMapper json;

    MediaController(Offices offices, ObjectMapper json) {
        this.office = offices.of(WechatPayParty.CODE);
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
        if (!sha256(content).equalsIgnoreCase(announced.path("sha256").asText())) {
            throw ApiError.of(403, "REQUEST_BLOCKED", "图片的 sha256 与 meta 不一致");
        }
        return Map.of("media_id", office.media().keep(name, content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

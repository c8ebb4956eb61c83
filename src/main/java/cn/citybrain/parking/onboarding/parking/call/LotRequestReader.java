package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingProperties;
import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import cn.citybrain.parking.onboarding.words.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads the form that a lot posts, itself: the container would cut an oversized one without a word. */
@Component
public class LotRequestReader {

    private final int maxBody;

    LotRequestReader(ParkingProperties limits) {
        this.maxBody = (int) limits.maxBody().toBytes();
    }

    /** The fields of the form that was posted. */
    Map<String, String> form(HttpServletRequest http) throws IOException {
        if (!isForm(http.getContentType())) {
            throw malformed("Content-Type 应为 application/x-www-form-urlencoded");
        }
        return form(body(http));
    }

    /** The request that a form's fields make. */
    public static LotRequest request(Map<String, String> form) {
        String accessId = mandatory(form, "accessID", "接入编号");
        // clients that forget to escape the + of Base64 send a space
        String cipher = mandatory(form, "cipher", "密文").replace(' ', '+');
        String sign = mandatory(form, "sign", "签名").replace(' ', '+');
        return new LotRequest(accessId, new Envelope(cipher, sign), form.get("file"));
    }

    private String body(HttpServletRequest http) throws IOException {
        if (http.getContentLengthLong() > maxBody) {
            throw tooLarge();
        }
        byte[] body = http.getInputStream().readNBytes(maxBody + 1);
        if (body.length > maxBody) {
            throw tooLarge();
        }
        return PlainText.withoutMark(new String(body, StandardCharsets.UTF_8));
    }

    /** @throws LotRefusal if it is not encoded as a form is */
    public static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("请求体不是有效的 application/x-www-form-urlencoded 编码");
        }
    }

    private static String mandatory(Map<String, String> form, String key, String label) {
        String value = form.get(key);
        if (value == null || value.isBlank()) {
            throw malformed(key + "（" + label + "）不能为空");
        }
        return value;
    }

    private static boolean isForm(String contentType) {
        try {
            return MediaType.APPLICATION_FORM_URLENCODED.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static LotRefusal malformed(String message) {
        return new LotRefusal(ResultCode.MALFORMED, message);
    }

    private LotRefusal tooLarge() {
        return new LotRefusal(ResultCode.TOO_LARGE, "请求超过 " + maxBody / 1024 + " KB，请减小照片后再上传");
    }
}

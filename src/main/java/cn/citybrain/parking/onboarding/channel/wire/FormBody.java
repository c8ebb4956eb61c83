package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.words.PlainText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the {@code application/x-www-form-urlencoded} body of a callback, in UTF-8. */
public final class FormBody {

    private FormBody() {}

    /**
     * @param notice what it is the body of, for the refusal
     * @return the fields in their order
     * @throws InvalidCallback if it is no form, or a name comes twice: one could be checked and the other believed
     */
    public static Map<String, String> read(byte[] body, String notice) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair :
                PlainText.withoutMark(new String(body, StandardCharsets.UTF_8)).split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new InvalidCallback(notice + "不是表单");
            }
            if (fields.put(decoded(pair.substring(0, equals), notice), decoded(pair.substring(equals + 1), notice))
                    != null) {
                throw new InvalidCallback(notice + "中有重复的参数");
            }
        }
        return fields;
    }

    private static String decoded(String text, String notice) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidCallback(notice + "的编码不正确");
        }
    }
}

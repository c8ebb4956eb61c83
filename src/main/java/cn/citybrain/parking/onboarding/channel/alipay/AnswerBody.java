package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Set;

/**
 * The form of an answer, checked more strictly than the SDK does: it looks for the signed text by searching, and reads the
 * first object it meets, so that a second object could be read in place of the signed one.
 */
final class AnswerBody {

    private static final Set<String> BESIDES = Set.of("sign", "alipay_cert_sn");

    private AnswerBody() {}

    /**
     * Whether an answer bears a signature (which the SDK has verified).
     *
     * @throws NoAnswer if it holds anything but the answer to this method, or does not begin with it
     */
    static boolean signed(String method, String body) {
        JsonObject all = parsed(body);
        String root = body.startsWith("{\"error_response\":") ? "error_response" : root(method);
        boolean asPromised = body.startsWith("{\"" + root + "\":{")
                && all.keySet().stream().allMatch(name -> name.equals(root) || BESIDES.contains(name));
        if (!asPromised) {
            throw new NoAnswer(Channel.ALIPAY, "应答的结构不符合约定");
        }
        JsonElement sign = all.get("sign");
        return sign != null && sign.isJsonPrimitive() && !sign.getAsString().isBlank();
    }

    static String root(String method) {
        return method.replace('.', '_') + "_response";
    }

    private static JsonObject parsed(String body) {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new NoAnswer(Channel.ALIPAY, "应答不是 JSON");
        }
    }
}

package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.Refusal;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;

/** WeChat Pay's {@code {code, message, detail?}} with a status other than 200, 202 and 204. */
final class WechatPayRefusal extends Refusal {

    private static final Set<String> TOO_OFTEN =
            Set.of("RATELIMIT_EXCEEDED", "RATE_LIMITED", "FREQUENCY_LIMIT_EXCEED", "FREQUENCY_LIMITED");
    private final int status;
    private final String code;
    private final List<String> fields;

    WechatPayRefusal(int status, String code, String words, List<String> fields, boolean signed) {
        super(Channel.WECHATPAY, "HTTP " + status + " " + code, words, signed);
        this.status = status;
        this.code = code;
        this.fields = fields;
    }

    static WechatPayRefusal of(AnswerInterceptor.RefusedAnswer answer) {
        JsonObject body = parse(answer.body);
        String words = Json.text(body, "message");
        return new WechatPayRefusal(answer.status, Json.text(body, "code"), words, NamedFields.in(body), answer.signed);
    }

    private static JsonObject parse(String body) {
        try {
            JsonElement parsed = JsonParser.parseString(body);
            return parsed.isJsonObject() ? parsed.getAsJsonObject() : new JsonObject();
        } catch (JsonParseException e) {
            return new JsonObject();
        }
    }

    @Override
    public boolean is(String... codes) {
        return Set.of(codes).contains(code);
    }

    /** Repeating the same request later can succeed. */
    @Override
    public boolean passing() {
        return status >= 500 || status == 429 || TOO_OFTEN.contains(code);
    }

    /** WeChat Pay itself says no, and will say so again. An unsigned "no" may be anybody's. */
    @Override
    public boolean definite() {
        return signed() && status >= 400 && status < 500 && !passing();
    }

    @Override
    public String code() {
        return code.isEmpty() ? "HTTP_" + status : code;
    }

    /** Keys of our form's fields that were named, {@code ""} for one that it does not have; empty if none was. */
    List<String> fields() {
        return fields;
    }
}

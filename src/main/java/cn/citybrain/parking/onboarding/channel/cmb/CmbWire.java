package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.wire.ChannelHttp;
import cn.citybrain.parking.onboarding.channel.wire.Digest;
import cn.citybrain.parking.onboarding.channel.wire.JsonBody;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import cn.citybrain.parking.onboarding.channel.wire.WireAnswer;
import cn.citybrain.parking.onboarding.words.PlainText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls with two signatures: SM2 over the body, and a digest in a header that contains it. Only answers that the bank
 * signed come back; they carry no time, so nothing can be said about their age.
 */
final class CmbWire {

    private static final Logger LOG = LoggerFactory.getLogger(CmbWire.class);
    private static final String JSON = "application/json; charset=utf-8";

    private final ObjectMapper json = new ObjectMapper();
    private final CmbSettings settings;
    private final CmbKeys keys;
    private final ChannelHttp http;
    private final Clock clock;

    CmbWire(CmbSettings settings, CmbKeys keys, Line line, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.http = new ChannelHttp(settings.deadlines(), line);
        this.clock = clock;
    }

    CmbSettings settings() {
        return settings;
    }

    CmbKeys keys() {
        return keys;
    }

    /**
     * @param path below {@code /polypay/v1.0/}
     * @throws ChannelException if no genuine answer came
     */
    CmbAnswer call(String path, Map<String, ?> content) {
        return call(path, content, Map.of());
    }

    /** As {@link #call}, for what only asks. */
    CmbAnswer ask(String path, Map<String, ?> content) {
        return http.asking(() -> call(path, content));
    }

    /** For what moves money: the signed request is kept under its number before it leaves. */
    CmbAnswer kept(String outNo, String path, Map<String, ?> content) {
        return http.keeping(outNo, () -> call(path, content));
    }

    /** With {@code encryptKey} or other fields beside the content. */
    CmbAnswer call(String path, Map<String, ?> content, Map<String, String> beside) {
        Map<String, String> body = new TreeMap<>(beside);
        body.put("version", "0.0.1");
        body.put("encoding", "UTF-8");
        body.put("signMethod", "02");
        body.put("biz_content", text(content));
        // signed once: SM2 gives another value each time, and the digest below contains it
        body.put("sign", keys.sign(joined(body)));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = Map.of(
                "appid", settings.appId(), "timestamp", timestamp, "apisign", digest(body.get("sign"), timestamp));
        String url = settings.baseUrl().replaceAll("/+$", "") + "/polypay/v1.0/" + path;
        return verified(http.post(url, headers, JSON, text(body).getBytes(StandardCharsets.UTF_8)));
    }

    /** Values without blanks only: the bank forbids empty ones. */
    static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null && !namesAndValues[i + 1].isBlank()) {
                fields.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return fields;
    }

    /** Names and values in the order of the names, without the signature. */
    static String joined(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals("sign"))
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }

    private String digest(String sign, String timestamp) {
        return digest(settings.appId(), settings.secret(), sign, timestamp);
    }

    static String digest(String appId, String secret, String sign, String timestamp) {
        String text = "appid=" + appId + "&secret=" + secret + "&sign=" + sign + "&timestamp=" + timestamp;
        return Digest.md5(text.getBytes(StandardCharsets.UTF_8));
    }

    private CmbAnswer verified(WireAnswer answer) {
        if (answer.status() != 200) {
            throw new ChannelException("招商银行应答 HTTP " + answer.status());
        }
        Map<String, String> fields = JsonBody.fields(Channel.CMB, answer.body());
        if (!genuine(fields)) {
            LOG.warn("CMB: an answer without a genuine signature, refused");
            throw new ChannelException("招商银行的应答没有有效签名");
        }
        boolean taken = "SUCCESS".equals(fields.get("returnCode"));
        CmbAnswer result = new CmbAnswer(
                taken,
                taken && "SUCCESS".equals(fields.get("respCode")),
                fields.getOrDefault("errCode", ""),
                fields.getOrDefault("respMsg", ""),
                content(fields.get("biz_content")));
        if (result.is("SIGN_ERROR", "SIGNMETHOD_ERROR", "MERID_NOT_EXIST")) {
            LOG.error("CMB does not accept us, check keys, secret and merchant: {}", result);
        }
        return result;
    }

    /** The text as it came, and with its slashes the other way (cmb.md 2.4). */
    private boolean genuine(Map<String, String> fields) {
        String text = joined(fields);
        String sign = fields.getOrDefault("sign", "");
        return Stream.of(text, text.replace("/", "\\/"), text.replace("\\/", "/"))
                .distinct()
                .anyMatch(spelling -> keys.genuine(spelling, sign));
    }

    private JsonNode content(String text) {
        try {
            return text == null || text.isBlank()
                    ? MissingNode.getInstance()
                    : json.readTree(PlainText.withoutMark(text));
        } catch (JsonProcessingException e) {
            throw new ChannelException("招商银行的应答内容不是 JSON");
        }
    }

    String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request cannot be written", e);
        }
    }
}

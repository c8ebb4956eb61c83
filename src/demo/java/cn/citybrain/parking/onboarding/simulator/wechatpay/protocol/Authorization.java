package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import cn.citybrain.parking.onboarding.simulator.channel.exchange.SeenNonces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks the Authorization header of a request: who, when, once, and signed over exactly what was sent. */
@Component
final class Authorization {

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern PAIR = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final SeenNonces nonces;
    private final Seals seals;
    private final Clock clock;

    Authorization(Seals seals, Clock clock) {
        this.nonces = new SeenNonces(clock);
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * @param target path and query as they stood in the request line
     * @param body its text; of an upload the text of part {@code meta}
     */
    void check(String method, String target, String body, String header) {
        Map<String, String> parts = parts(header);
        if (!WechatPayParty.SP_MCHID.equals(parts.get("mchid"))
                || !WechatPayParty.MERCHANT_SERIAL.equals(parts.get("serial_no"))) {
            throw wrong("商户号或证书序列号不正确");
        }
        String timestamp = parts.getOrDefault("timestamp", "");
        if (!timestamp.matches("\\d{1,12}") || tooOld(timestamp)) {
            throw wrong("时间戳与当前时间相差超过 5 分钟");
        }
        String nonce = parts.getOrDefault("nonce_str", "");
        String signature = parts.getOrDefault("signature", "");
        String signed = String.join("\n", method, target, timestamp, nonce, body) + "\n";
        if (nonce.isEmpty() || !seals.signedByMerchant(signed, signature)) {
            throw wrong("签名错误");
        }
        if (!nonces.accept(timestamp + nonce, signature)) {
            throw wrong("随机串重复");
        }
    }

    private boolean tooOld(String timestamp) {
        Instant then = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(then, clock.instant()).abs().compareTo(OLDEST) > 0;
    }

    private static Map<String, String> parts(String header) {
        if (header == null || !header.startsWith(SCHEME)) {
            throw wrong("缺少 Authorization 或签名类型不支持");
        }
        Map<String, String> parts = new HashMap<>();
        Matcher pairs = PAIR.matcher(header.substring(SCHEME.length()));
        while (pairs.find()) {
            parts.put(pairs.group(1), pairs.group(2));
        }
        return parts;
    }

    private static ApiError wrong(String message) {
        return ApiError.of(401, "SIGN_ERROR", message);
    }
}

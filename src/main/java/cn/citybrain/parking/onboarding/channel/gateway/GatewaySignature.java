package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.wire.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over five lines: subject, target, timestamp, nonce, SHA-256 of the body in hex. The subject of a request or
 * callback is its method; of an answer the method and the status, and an answer repeats the request's nonce, so that no
 * answer fits another question (assumed, ours).
 */
final class GatewaySignature {

    static final String APP_ID = "x-app-id";
    static final String TIMESTAMP = "x-timestamp";
    static final String NONCE = "x-nonce";
    static final String SIGNATURE = "x-signature";

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final String appId;
    private final SecretKeySpec key;
    private final Clock clock;

    GatewaySignature(GatewaySettings settings, Clock clock) {
        this.appId = settings.appId();
        this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** Headers of a request, by lower-case name. */
    Map<String, String> headers(String method, String target, byte[] body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        String nonceText = HexFormat.of().formatHex(nonce);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(APP_ID, appId);
        headers.put(TIMESTAMP, timestamp);
        headers.put(NONCE, nonceText);
        headers.put(SIGNATURE, sign(method, target, timestamp, nonceText, body));
        return headers;
    }

    /**
     * Whether whoever holds the secret said this, within the last five minutes (or the next).
     *
     * @param headers by lower-case name
     */
    boolean genuine(String subject, String target, Map<String, String> headers, byte[] body) {
        String timestamp = headers.getOrDefault(TIMESTAMP, "");
        String nonce = headers.getOrDefault(NONCE, "");
        String claimed = headers.getOrDefault(SIGNATURE, "");
        boolean fits = MessageDigest.isEqual(
                sign(subject, target, timestamp, nonce, body).getBytes(StandardCharsets.UTF_8),
                claimed.getBytes(StandardCharsets.UTF_8));
        return fits && appId.equals(headers.get(APP_ID)) && fresh(timestamp);
    }

    private boolean fresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(age) <= WINDOW.toSeconds();
    }

    private String sign(String subject, String target, String timestamp, String nonce, byte[] body) {
        try {
            String hash = Digest.sha256(body);
            String text = String.join("\n", subject, target, timestamp, nonce, hash);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

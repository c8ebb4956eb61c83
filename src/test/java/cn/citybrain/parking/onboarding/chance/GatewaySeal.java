package cn.citybrain.parking.onboarding.chance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;

/** Signs a callback as the gateway contract says ({@code channel-gateway.openapi.yaml}), with the demo's secrets. */
final class GatewaySeal {

    private static final String HMAC = "HmacSHA256";

    private GatewaySeal() {}

    static Map<String, String> headers(Environment settings, Clock clock, OddCallback callback, String address) {
        String of = "onboarding.channels." + callback.channel() + ".gateway.";
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(callback.body()));
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(
                    settings.getRequiredProperty(of + "secret").getBytes(StandardCharsets.UTF_8), HMAC));
            byte[] seal = mac.doFinal(String.join("\n", "POST", address, timestamp, "nonce", digest)
                    .getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "X-App-Id",
                    settings.getRequiredProperty(of + "app-id"),
                    "X-Timestamp",
                    timestamp,
                    "X-Nonce",
                    "nonce",
                    "X-Signature",
                    Base64.getEncoder().encodeToString(seal));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The contract's signature, as the party makes and checks it. */
final class GatewaySeal {

    private final Party party;
    private final Clock clock;

    GatewaySeal(Party party, Clock clock) {
        this.party = party;
        this.clock = clock;
    }

    /** Headers of what the party says; none for {@link Seal#NONE}. */
    Map<String, String> headers(String subject, String target, String nonce, String body, Seal seal) {
        if (seal == Seal.NONE) {
            return Map.of();
        }
        Duration age = seal == Seal.STALE ? Duration.ofMinutes(6) : Duration.ZERO;
        String timestamp = Long.toString(clock.instant().minus(age).getEpochSecond());
        String signature = sign(subject, target, timestamp, nonce, body);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-App-Id", party.appId());
        headers.put("X-Timestamp", timestamp);
        headers.put("X-Nonce", nonce);
        headers.put("X-Signature", seal == Seal.WRONG ? spoiled(signature) : signature);
        return headers;
    }

    boolean genuine(String subject, String target, String timestamp, String nonce, String body, String claimed) {
        return MessageDigest.isEqual(
                sign(subject, target, timestamp, nonce, body).getBytes(StandardCharsets.UTF_8),
                claimed.getBytes(StandardCharsets.UTF_8));
    }

    boolean fresh(String timestamp) {
        return timestamp.matches("\\d{1,12}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= 300;
    }

    private String sign(String subject, String target, String timestamp, String nonce, String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            String text = String.join(
                    "\n", subject, target, timestamp, nonce, HexFormat.of().formatHex(hash));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(party.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spoiled(String signature) {
        return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
    }
}

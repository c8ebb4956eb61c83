package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.wire.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * SHA-256 with a shared key (unionpay.md 2.2): names sorted by their own spelling with {@code Key} among them, then written
 * in lower case. Not an HMAC: either side can forge it.
 */
final class UnionPaySign {

    private UnionPaySign() {}

    /** @param fields without {@code Sign} */
    static String of(Map<String, String> fields, String key) {
        TreeMap<String, String> sorted = new TreeMap<>(fields);
        sorted.remove("Sign");
        sorted.put("Key", key);
        String text = sorted.entrySet().stream()
                .filter(field -> counts(field.getValue()))
                .map(field -> field.getKey().toLowerCase(Locale.ROOT) + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the rule drops is not sent either. */
    static boolean counts(String value) {
        return value != null && !value.isBlank() && !value.strip().equalsIgnoreCase("null");
    }

    static boolean genuine(Map<String, String> fields, String key) {
        return MessageDigest.isEqual(
                of(fields, key).getBytes(StandardCharsets.US_ASCII),
                fields.getOrDefault("Sign", "").getBytes(StandardCharsets.UTF_8));
    }
}

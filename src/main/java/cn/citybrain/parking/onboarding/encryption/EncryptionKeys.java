package cn.citybrain.parking.onboarding.encryption;

import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of {@code onboarding.encryption}. A new key becomes {@code active-key}; the old one stays in {@code keys} for
 * as long as values exist that were written with it.
 *
 * @param activeKey id of the key that new values are written with
 * @param keys Base64 of 32 bytes by key id
 * @param fingerprintKey Base64 of 32 bytes; never rotates, else equal values are no longer found
 */
@ConfigurationProperties("onboarding.encryption")
record EncryptionKeys(String activeKey, Map<String, String> keys, String fingerprintKey) {

    EncryptionKeys {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        if (activeKey == null || !keys.containsKey(activeKey)) {
            throw new IllegalArgumentException(
                    "onboarding.encryption.active-key must name one of onboarding.encryption.keys.<id>");
        }
        keys.forEach((id, value) -> bytes("keys." + id, value));
        bytes("fingerprint-key", fingerprintKey);
    }

    SecretKeySpec key(String id) {
        String value = keys.get(id);
        if (value == null) {
            throw new UndecipherableValue("no key " + id + " in onboarding.encryption.keys", null);
        }
        return new SecretKeySpec(bytes("keys." + id, value), "AES");
    }

    SecretKeySpec fingerprinting() {
        return new SecretKeySpec(bytes("fingerprint-key", fingerprintKey), "HmacSHA256");
    }

    /** Names no value: keys must not reach a log. */
    @Override
    public String toString() {
        return "EncryptionKeys[active " + activeKey + " of " + keys.keySet() + "]";
    }

    private static byte[] bytes(String name, String base64) {
        byte[] bytes = base64 == null ? new byte[0] : decoded(name, base64);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("onboarding.encryption." + name + " must be Base64 of 32 bytes");
        }
        return bytes;
    }

    private static byte[] decoded(String name, String base64) {
        try {
            return Base64.getDecoder().decode(Typed.number(base64).replaceAll("^[\"“]|[\"”]$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("onboarding.encryption." + name + " is not Base64");
        }
    }
}

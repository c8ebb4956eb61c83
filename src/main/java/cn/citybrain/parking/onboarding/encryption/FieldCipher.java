package cn.citybrain.parking.onboarding.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM for single values and papers. The id of the key stands before each value, so keys can rotate. The context
 * (table, column and row, say) is authenticated: a value that is copied to another place does not decrypt there.
 */
@Component
@EnableConfigurationProperties(EncryptionKeys.class)
public class FieldCipher {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final EncryptionKeys keys;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(EncryptionKeys keys) {
        this.keys = keys;
    }

    /** Returns {@code keyId:base64}. */
    public String encrypt(String plain, String context) {
        byte[] sealed = seal(keys.activeKey(), plain.getBytes(StandardCharsets.UTF_8), context);
        return keys.activeKey() + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    /** @throws UndecipherableValue if the key is unknown or the value was not written for this context */
    public String decrypt(String stored, String context) {
        int colon = stored.indexOf(':');
        if (colon < 1) {
            throw new UndecipherableValue("a stored value names no key", null);
        }
        byte[] sealed = Base64.getDecoder().decode(stored.substring(colon + 1));
        return new String(open(stored.substring(0, colon), sealed, context), StandardCharsets.UTF_8);
    }

    /** Returns one byte with the length of the key's id, the id, and the sealed content. */
    public byte[] encrypt(byte[] plain, String context) {
        byte[] id = keys.activeKey().getBytes(StandardCharsets.UTF_8);
        byte[] sealed = seal(keys.activeKey(), plain, context);
        return ByteBuffer.allocate(1 + id.length + sealed.length)
                .put((byte) id.length)
                .put(id)
                .put(sealed)
                .array();
    }

    /** @throws UndecipherableValue if the key is unknown or the content was not written for this context */
    public byte[] decrypt(byte[] stored, String context) {
        if (stored.length == 0 || stored.length < 1 + stored[0]) {
            throw new UndecipherableValue("stored content names no key", null);
        }
        String id = new String(stored, 1, stored[0], StandardCharsets.UTF_8);
        return open(id, Arrays.copyOfRange(stored, 1 + stored[0], stored.length), context);
    }

    /** Equal for equal values and of no use without the key: for look-ups and unique constraints. 64 hex digits. */
    public String fingerprint(String plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.fingerprinting());
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] seal(String keyId, byte[] plain, String context) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyId, iv, context).doFinal(plain);
            return ByteBuffer.allocate(iv.length + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] open(String keyId, byte[] sealed, String context) {
        if (sealed.length < IV_BYTES) {
            throw new UndecipherableValue("a stored value is cut off", null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, keyId, Arrays.copyOf(sealed, IV_BYTES), context)
                    .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
        } catch (AEADBadTagException e) {
            throw new UndecipherableValue("a stored value was changed or moved, or key " + keyId + " is another", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] iv, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.key(keyId), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

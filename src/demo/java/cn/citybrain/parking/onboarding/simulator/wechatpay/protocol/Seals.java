package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import cn.citybrain.parking.onboarding.simulator.DemoKeys;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.RsaSeal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** WeChat Pay's cryptography (APIv3), from the JDK alone. */
@Component
public final class Seals {

    private static final String KEYS = "demo/wechatpay/demo-only-";

    private final SecureRandom random = new SecureRandom();
    private final PrivateKey platformKey = DemoKeys.privateKey(KEYS + "platform-private-key.pem");
    private final RsaSeal rsa = new RsaSeal(platformKey, DemoKeys.publicKey(KEYS + "merchant-public-key.pem"));

    /** The headers that sign a body of ours at that time. */
    Map<String, String> headers(String body, Instant at, boolean wrong) {
        String timestamp = Long.toString(at.getEpochSecond());
        String nonce = random(32);
        String signature = rsa.sign(timestamp + "\n" + nonce + "\n" + body + "\n");
        return Map.of(
                "Wechatpay-Timestamp",
                timestamp,
                "Wechatpay-Nonce",
                nonce,
                "Wechatpay-Serial",
                WechatPayParty.PUBLIC_KEY_ID,
                "Wechatpay-Signature",
                wrong ? spoiled(signature) : signature);
    }

    /** The wrong signature by which WeChat Pay tests, now and then, whether it is looked at (its start is widely reported). */
    static String spoiled(String signature) {
        String start = "WECHATPAY/SIGNTEST/";
        return start + signature.substring(start.length());
    }

    /** Whether the service provider signed this text. */
    boolean signedByMerchant(String text, String base64) {
        return rsa.genuine(text, base64);
    }

    /** Decrypts a sensitive field (RSA-OAEP, SHA-1). Throws IllegalArgumentException if it is not for our key. */
    public String open(String base64) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            cipher.init(Cipher.DECRYPT_MODE, platformKey);
            return new String(cipher.doFinal(Base64.getDecoder().decode(base64)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** AES-256-GCM with the APIv3 key: Base64 of cipher text and tag. */
    String enclose(String text, String nonce, String associatedData) {
        return enclose(WechatPayParty.API_V3_KEY, text, nonce, associatedData);
    }

    static String enclose(String key, String text, String nonce, String associatedData) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.US_ASCII)));
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Random hexadecimal letters. */
    String random(int length) {
        byte[] bytes = new byte[(length + 1) / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, length);
    }
}

package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import cn.citybrain.parking.onboarding.words.KeyText;
import cn.citybrain.parking.onboarding.words.UnreadableKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads the public key that a vendor hands in. */
public final class LotPublicKey {

    private static final String FIELD = "publicKey";

    private LotPublicKey() {}

    public static RSAPublicKey read(String pem) {
        if (pem == null || pem.isBlank()) {
            throw new InvalidAccessKey(FIELD, "公钥不能为空：请粘贴停车场系统的 RSA 公钥（PEM 格式）。");
        }
        RSAPublicKey key = anyForm(pem);
        int bits = key.getModulus().bitLength();
        if (bits != 1024 && bits != 2048) {
            throw new InvalidAccessKey(FIELD, "公钥长度为 " + bits + " 位，接口只接受 1024 位或 2048 位的 RSA 公钥。");
        }
        return key;
    }

    /** @param base64 of the X.509 form, as it is kept */
    public static RSAPublicKey parse(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidAccessKey(FIELD, "公钥无法识别：请粘贴完整的 RSA 公钥（PEM 格式）。");
        }
    }

    private static RSAPublicKey anyForm(String pem) {
        try {
            return KeyText.rsaPublic(pem);
        } catch (UnreadableKey e) {
            throw new InvalidAccessKey(FIELD, "公钥" + e.getMessage() + "。");
        }
    }
}

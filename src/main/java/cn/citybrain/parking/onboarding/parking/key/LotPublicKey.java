package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
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
        if (pem.contains("PRIVATE KEY")) {
            throw new InvalidAccessKey(FIELD, "这是私钥，私钥不能交给任何人。请立即更换这对密钥，并提交新的公钥。");
        }
        if (pem.contains("RSA PUBLIC KEY") || pem.contains("CERTIFICATE")) {
            throw new InvalidAccessKey(FIELD, "公钥格式不符：需要以“-----BEGIN PUBLIC KEY-----”开头的公钥，可用 openssl rsa -pubout 导出。");
        }
        RSAPublicKey key = parse(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", ""));
        int bits = key.getModulus().bitLength();
        if (bits != 1024 && bits != 2048) {
            throw new InvalidAccessKey(FIELD, "公钥长度为 " + bits + " 位，接口只接受 1024 位或 2048 位的 RSA 公钥。");
        }
        return key;
    }

    public static RSAPublicKey parse(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidAccessKey(FIELD, "公钥无法识别：请粘贴完整的 RSA 公钥（PEM 格式）。");
        }
    }
}

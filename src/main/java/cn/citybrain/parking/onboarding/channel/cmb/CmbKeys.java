package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.KeyFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;

/**
 * SM2 with SM3 under the user id that the bank prescribes, DER, Base64; and SM4 for single fields (cmb.md 2.2, 2.7).
 * The provider is used without being registered, so that nothing else in this JVM meets it.
 */
final class CmbKeys {

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int SM4_KEY_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final PrivateKey ours;
    private final PublicKey banks;

    CmbKeys(CmbSettings settings) {
        this.ours = privateKey(KeyFile.text(Channel.CMB, settings.privateKey()));
        this.banks = publicKey(KeyFile.publicKey(Channel.CMB, "bank-public-key", settings.bankPublicKey()));
    }

    private static PrivateKey privateKey(String hex) {
        try {
            X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
            ECParameterSpec domain = new ECParameterSpec(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
            return KeyFactory.getInstance("EC", PROVIDER)
                    .generatePrivate(new ECPrivateKeySpec(new BigInteger(hex, 16), domain));
        } catch (GeneralSecurityException | NumberFormatException e) {
            throw new IllegalStateException("onboarding.channels.cmb.private-key：须为 SM2 私钥，64 位十六进制数", e);
        }
    }

    private static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance("EC", PROVIDER)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("onboarding.channels.cmb.bank-public-key：须为 SM2 公钥（Base64）", e);
        }
    }

    String sign(String text) {
        try {
            Signature signature = signature();
            signature.initSign(ours, random);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the bank signed this text; anything odd is a no. */
    boolean genuine(String text, String sign) {
        try {
            Signature signature = signature();
            signature.initVerify(banks);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Signature signature() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
        signature.setParameter(new SM2ParameterSpec(USER_ID));
        return signature;
    }

    /** A text that only the bank can read, and the key to it (assumed: ECB with padding, C1C3C2). */
    Enclosed enclose(String text) {
        byte[] key = new byte[SM4_KEY_LENGTH];
        random.nextBytes(key);
        try {
            Cipher sm4 = Cipher.getInstance("SM4/ECB/PKCS5Padding", PROVIDER);
            sm4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "SM4"));
            Cipher sm2 = Cipher.getInstance("SM2", PROVIDER);
            sm2.init(Cipher.ENCRYPT_MODE, banks, random);
            Base64.Encoder base64 = Base64.getEncoder();
            return new Enclosed(
                    base64.encodeToString(sm4.doFinal(text.getBytes(StandardCharsets.UTF_8))),
                    base64.encodeToString(sm2.doFinal(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    record Enclosed(String text, String key) {}
}

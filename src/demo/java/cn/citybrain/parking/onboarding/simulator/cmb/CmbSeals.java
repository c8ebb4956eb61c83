package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The bank's key pair, and the merchant's public key. */
@Component
class CmbSeals {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey bank = secret("demo-only-bank-private-key.txt");
    private final PublicKey merchant = known("demo-only-merchant-public-key.txt");

    private static String read(String name) {
        try {
            return new ClassPathResource("demo/cmb/" + name)
                    .getContentAsString(StandardCharsets.US_ASCII)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrivateKey secret(String name) {
        try {
            var curve = CustomNamedCurves.getByName("sm2p256v1");
            var domain = new ECParameterSpec(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
            return KeyFactory.getInstance("EC", PROVIDER)
                    .generatePrivate(new ECPrivateKeySpec(new BigInteger(read(name), 16), domain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey known(String name) {
        try {
            return KeyFactory.getInstance("EC", PROVIDER)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(read(name))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature sm2() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
        signature.setParameter(new SM2ParameterSpec(USER));
        return signature;
    }

    static String joined(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals("sign")) {
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value);
            }
        });
        return text.toString();
    }

    /** Puts the bank's signature into the fields, unless there shall be none. */
    void seal(Map<String, String> fields, Seal seal) {
        if (seal == Seal.NONE) {
            return;
        }
        try {
            Signature signature = sm2();
            signature.initSign(bank);
            signature.update((joined(fields) + (seal == Seal.WRONG ? "!" : "")).getBytes(StandardCharsets.UTF_8));
            fields.put("sign", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the merchant signed. */
    boolean genuine(Map<String, String> fields) {
        try {
            Signature signature = sm2();
            signature.initVerify(merchant);
            signature.update(joined(fields).getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(fields.getOrDefault("sign", "")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String digest(String sign, String timestamp) {
        String text =
                "appid=" + CmbParty.APP_ID + "&secret=" + CmbParty.SECRET + "&sign=" + sign + "&timestamp=" + timestamp;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a field that only the bank can read. */
    String open(String enclosed, String encryptKey) {
        try {
            Cipher sm2 = Cipher.getInstance("SM2", PROVIDER);
            sm2.init(Cipher.DECRYPT_MODE, bank);
            byte[] key = sm2.doFinal(Base64.getDecoder().decode(encryptKey));
            Cipher sm4 = Cipher.getInstance("SM4/ECB/PKCS5Padding", PROVIDER);
            sm4.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "SM4"));
            return new String(sm4.doFinal(Base64.getDecoder().decode(enclosed)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CmbError("ENCRYPTIDENTITY_NOT_LAWFUL", "加密的身份信息无法解密", false);
        }
    }
}

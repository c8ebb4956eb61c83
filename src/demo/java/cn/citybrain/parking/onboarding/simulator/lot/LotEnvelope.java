package cn.citybrain.parking.onboarding.simulator.lot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import javax.crypto.Cipher;

/**
 * {@code cipher} and {@code sign} of a call, made with the lot's private key: PKCS#1 v1.5 in blocks of key size − 11
 * bytes, MD5withRSA over the Base64 text (protocol citybrain, envelope).
 */
record LotEnvelope(String cipher, String sign) {

    private static final int PADDING = 11;

    static LotEnvelope seal(String text, PrivateKey key) {
        try {
            String cipher = Base64.getEncoder().encodeToString(encrypt(text.getBytes(StandardCharsets.UTF_8), key));
            Signature signature = Signature.getInstance("MD5withRSA");
            signature.initSign(key);
            signature.update(cipher.getBytes(StandardCharsets.US_ASCII));
            return new LotEnvelope(cipher, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encrypt(byte[] plain, PrivateKey key) throws GeneralSecurityException {
        int chunk = (((RSAKey) key).getModulus().bitLength() + 7) / 8 - PADDING;
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, key);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        for (int from = 0; from < plain.length; from += chunk) {
            blocks.writeBytes(rsa.doFinal(plain, from, Math.min(chunk, plain.length - from)));
        }
        return blocks.toByteArray();
    }
}

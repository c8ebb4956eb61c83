package cn.citybrain.parking.onboarding.simulator.lot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Checks and opens what the platform closed with its private key: MD5withRSA, then PKCS#1 blocks of the key's size. */
@Component
class PlatformSeal {

    private final PublicKey key = read("demo/citybrain/demo-only-platform-public-key.pem");

    /** @throws GeneralSecurityException if it is not the platform's */
    String open(String cipher, String sign) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("MD5withRSA");
        signature.initVerify(key);
        signature.update(cipher.getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getDecoder().decode(sign))) {
            throw new GeneralSecurityException("the signature is not the platform's");
        }
        byte[] blocks = Base64.getDecoder().decode(cipher);
        int size = (((RSAKey) key).getModulus().bitLength() + 7) / 8;
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, key);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int from = 0; from < blocks.length; from += size) {
            plain.writeBytes(rsa.doFinal(blocks, from, Math.min(size, blocks.length - from)));
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static PublicKey read(String pem) {
        try {
            String text = new ClassPathResource(pem).getContentAsString(StandardCharsets.UTF_8);
            byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", ""));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

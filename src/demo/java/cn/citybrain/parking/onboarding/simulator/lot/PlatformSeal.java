package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.DemoKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import javax.crypto.Cipher;
import org.springframework.stereotype.Component;

/** Checks and opens what the platform closed with its private key: MD5withRSA, then PKCS#1 blocks of the key's size. */
@Component
class PlatformSeal {

    private final RSAPublicKey key = DemoKeys.publicKey("demo/citybrain/demo-only-platform-public-key.pem");

    /** @throws GeneralSecurityException if it is not the platform's */
    String open(String cipher, String sign) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("MD5withRSA");
        signature.initVerify(key);
        signature.update(cipher.getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getDecoder().decode(sign))) {
            throw new GeneralSecurityException("the signature is not the platform's");
        }
        byte[] blocks = Base64.getDecoder().decode(cipher);
        int size = (key.getModulus().bitLength() + 7) / 8;
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, key);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int from = 0; from < blocks.length; from += size) {
            plain.writeBytes(rsa.doFinal(blocks, from, Math.min(size, blocks.length - from)));
        }
        return plain.toString(StandardCharsets.UTF_8);
    }
}

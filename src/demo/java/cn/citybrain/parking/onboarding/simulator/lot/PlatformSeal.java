package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.DemoKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import org.springframework.stereotype.Component;

/**
 * Checks and opens what the platform closed with its private key: MD5withRSA, then PKCS#1 blocks of a length that the lot
 * was built for. A lot that opens blocks of 128 bytes cannot read what a longer key closed.
 */
@Component
class PlatformSeal {

    private final Map<Integer, RSAPublicKey> keys = Map.of(
            1024, DemoKeys.publicKey("demo/citybrain/demo-only-platform-1024-public-key.pem"),
            2048, DemoKeys.publicKey("demo/citybrain/demo-only-platform-public-key.pem"));

    /**
     * @param bits length of the key that the lot was given
     * @throws GeneralSecurityException if it was not closed with that key
     */
    String open(String cipher, String sign, int bits) throws GeneralSecurityException {
        RSAPublicKey key = keys.get(bits);
        Signature signature = Signature.getInstance("MD5withRSA");
        signature.initVerify(key);
        signature.update(cipher.getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getDecoder().decode(sign))) {
            throw new GeneralSecurityException("the signature is not of the platform's key of " + bits + " bits");
        }
        byte[] blocks = Base64.getDecoder().decode(cipher);
        int size = bits / Byte.SIZE;
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, key);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int from = 0; from < blocks.length; from += size) {
            plain.writeBytes(rsa.doFinal(blocks, from, Math.min(size, blocks.length - from)));
        }
        return plain.toString(StandardCharsets.UTF_8);
    }
}

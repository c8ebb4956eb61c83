package cn.citybrain.parking.onboarding.simulator.channel.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * SHA256withRSA over UTF-8, in Base64, from the JDK alone.
 *
 * @param own signs what the channel says
 * @param theirs proves what the platform says
 */
public record RsaSeal(PrivateKey own, PublicKey theirs) {

    private static final String ALGORITHM = "SHA256withRSA";

    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the platform signed this text. */
    public boolean genuine(String text, String base64) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(theirs);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Keeps the private key out of logs. */
    @Override
    public String toString() {
        return "RsaSeal";
    }
}

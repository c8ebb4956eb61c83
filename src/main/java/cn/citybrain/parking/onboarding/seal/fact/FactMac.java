package cn.citybrain.parking.onboarding.seal.fact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells facts of our nodes from rows that somebody wrote into their table: whoever has only the database has no key. */
public final class FactMac {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    /** @param secret the same on every node; used through a derived key, so that it may serve elsewhere too */
    public FactMac(String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("onboarding.seal.fact-key is missing");
        }
        byte[] given = secret.strip().getBytes(StandardCharsets.UTF_8);
        byte[] derived = mac(new SecretKeySpec(given, ALGORITHM), "channel-onboarding seal fact");
        key = new SecretKeySpec(derived, ALGORITHM);
    }

    /** 43 letters. */
    public String of(String touched) {
        return TEXT.encodeToString(mac(key, touched));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.citybrain.parking.onboarding.seal.key;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * {@code onboarding.seal}.
 *
 * @param keyId name of the key that seals, lower-case letters and digits
 * @param privateKey Ed25519, PKCS#8 PEM
 * @param earlierKeys public halves (Base64 of the X.509 form) of keys that sealed before, by their names
 * @param factKey secret of the nodes by which they know each other's facts
 * @param settleAfter how long nodes of a version that told no facts may go on writing beside one that does
 */
@ConfigurationProperties("onboarding.seal")
public record SealSettings(
        String keyId,
        Resource privateKey,
        @DefaultValue Map<String, String> earlierKeys,
        String factKey,
        @DefaultValue("24h") Duration settleAfter) {

    /** Names no secret: they must not reach a log. */
    @Override
    public String toString() {
        return "SealSettings[" + keyId + ", earlier " + earlierKeys.keySet() + "]";
    }
}

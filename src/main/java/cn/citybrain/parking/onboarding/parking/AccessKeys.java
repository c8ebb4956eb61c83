package cn.citybrain.parking.onboarding.parking;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The public keys with which lots prove who they are. */
@Component
public class AccessKeys {

    AccessKeys() {}

    /**
     * Makes a key the valid one of a lot; the one before is revoked and kept. One accessID may serve several lots.
     *
     * @param publicKeyPem RSA, 1024 or 2048 bits, X.509 PEM or its bare Base64
     * @throws InvalidAccessKey with a Chinese message
     */
    public AccessKey register(String lotCode, String accessId, String publicKeyPem, String by) {
        throw new UnsupportedOperationException();
    }

    /** The valid key of a lot. */
    public Optional<AccessKey> of(String lotCode) {
        throw new UnsupportedOperationException();
    }
}

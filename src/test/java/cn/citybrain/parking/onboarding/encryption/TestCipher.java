package cn.citybrain.parking.onboarding.encryption;

import java.util.Base64;
import java.util.Map;

/** A cipher with keys of its own, for tests without the application. */
public final class TestCipher {

    private TestCipher() {}

    public static FieldCipher create() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new FieldCipher(new EncryptionKeys("k1", Map.of("k1", key), key));
    }
}

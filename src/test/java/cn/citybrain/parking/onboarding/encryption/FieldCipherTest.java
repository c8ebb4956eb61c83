package cn.citybrain.parking.onboarding.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final String FINGERPRINT = key(3);

    private final FieldCipher before = new FieldCipher(new EncryptionKeys("k1", Map.of("k1", OLD), FINGERPRINT));
    private final FieldCipher after =
            new FieldCipher(new EncryptionKeys("k2", Map.of("k1", OLD, "k2", NEW), FINGERPRINT));

    @Test
    void opensWhatItSealed() {
        String stored = before.encrypt("6222020200112233445", "account/1");

        assertThat(stored).startsWith("k1:").doesNotContain("6222020200112233445");
        assertThat(before.decrypt(stored, "account/1")).isEqualTo("6222020200112233445");
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(before.encrypt("张三", "c")).isNotEqualTo(before.encrypt("张三", "c"));
    }

    @Test
    void opensOldValuesAfterTheKeyWasRotatedAndWritesWithTheNewOne() {
        String old = before.encrypt("张三", "c");
        byte[] oldPaper = before.encrypt(new byte[] {1, 2, 3}, "c");

        assertThat(after.decrypt(old, "c")).isEqualTo("张三");
        assertThat(after.decrypt(oldPaper, "c")).containsExactly(1, 2, 3);
        assertThat(after.encrypt("张三", "c")).startsWith("k2:");
    }

    @Test
    void saysWhichKeyIsMissing() {
        String stored = after.encrypt("张三", "c");

        assertThatThrownBy(() -> before.decrypt(stored, "c"))
                .isInstanceOf(UndecipherableValue.class)
                .hasMessageContaining("k2");
    }

    @Test
    void refusesAValueThatWasMovedToAnotherPlace() {
        String stored = before.encrypt("张三", "application.draft/WX1");

        assertThatThrownBy(() -> before.decrypt(stored, "application.draft/WX2"))
                .isInstanceOf(UndecipherableValue.class)
                .hasMessageNotContaining("张三");
    }

    @Test
    void refusesContentThatWasChanged() {
        byte[] stored = before.encrypt("照片".getBytes(StandardCharsets.UTF_8), "document/1");
        stored[stored.length - 1] ^= 1;

        assertThatThrownBy(() -> before.decrypt(stored, "document/1")).isInstanceOf(UndecipherableValue.class);
        assertThatThrownBy(() -> before.decrypt(new byte[0], "document/1")).isInstanceOf(UndecipherableValue.class);
        assertThatThrownBy(() -> before.decrypt("k1:AAAA", "document/1")).isInstanceOf(UndecipherableValue.class);
        assertThatThrownBy(() -> before.decrypt("plain", "document/1")).isInstanceOf(UndecipherableValue.class);
    }

    @Test
    void fingerprintsEqualValuesEquallyAlsoAfterRotation() {
        assertThat(before.fingerprint("6222"))
                .isEqualTo(after.fingerprint("6222"))
                .isNotEqualTo(before.fingerprint("6223"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void doesNotStartWithoutItsKeys() {
        assertThatThrownBy(() -> new EncryptionKeys("k9", Map.of("k1", OLD), FINGERPRINT))
                .hasMessageContaining("onboarding.encryption.active-key");
        assertThatThrownBy(() -> new EncryptionKeys(null, null, null))
                .hasMessageContaining("onboarding.encryption.active-key");
        assertThatThrownBy(() -> new EncryptionKeys("k1", Map.of("k1", "c2hvcnQ="), FINGERPRINT))
                .hasMessageContaining("onboarding.encryption.keys.k1 must be Base64 of 32 bytes");
        assertThatThrownBy(() -> new EncryptionKeys("k1", Map.of("k1", "***"), FINGERPRINT))
                .hasMessageContaining("is not Base64")
                .hasMessageNotContaining("***");
        assertThatThrownBy(() -> new EncryptionKeys("k1", Map.of("k1", OLD), null))
                .hasMessageContaining("fingerprint-key");
    }

    private static String key(int filler) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filler);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender's address that is none would fail every mail: the start says so. */
class MailSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"noreply@example.com", "智停平台 <noreply@example.com>"})
    void takeASender(String from) {
        assertThat(settings(from).from()).isEqualTo(from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noreply", "noreply@@example.com", "a@example.com,b@example.com", "no..reply@example.com"})
    void refuseWhatIsNone(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(from))
                .withMessageContaining("ONBOARDING_MAIL_FROM");
    }

    private static MailSettings settings(String from) {
        return new MailSettings(from, List.of(), Duration.ofMinutes(1));
    }
}

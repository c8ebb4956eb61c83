package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.access.RequiredSettings.MissingSettings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> RequiredSettings.check(environment))
                .isInstanceOf(MissingSettings.class)
                .hasMessageContaining("ONBOARDING_DB_URL")
                .hasMessageContaining("ONBOARDING_SMTP_HOST")
                .hasMessageContaining("ONBOARDING_WECHATPAY_API_V3_KEY")
                .hasMessageContaining("ONBOARDING_ADMIN_PASSWORD");
    }

    @Test
    void asksForTheKeyThatIsToBeWrittenWith() {
        everything();
        environment.setProperty("ONBOARDING_ENCRYPTION_ACTIVE_KEY", "k2");

        assertThatThrownBy(() -> RequiredSettings.check(environment))
                .hasMessage("prod 环境缺少配置: ONBOARDING_ENCRYPTION_KEYS_K2");
    }

    @Test
    void isContentWithEverythingAndInsistsOnHttps() {
        everything();
        assertThatCode(() -> RequiredSettings.check(environment)).doesNotThrowAnyException();

        environment.setProperty("ONBOARDING_PUBLIC_URL", "http://onboarding.example");
        assertThatThrownBy(() -> RequiredSettings.check(environment)).hasMessageContaining("ONBOARDING_PUBLIC_URL");
    }

    private void everything() {
        environment.setProperty("ONBOARDING_ENCRYPTION_ACTIVE_KEY", "k1");
        try {
            RequiredSettings.check(environment);
        } catch (MissingSettings missing) {
            missing.names().forEach(name -> environment.setProperty(name, "https://value.example"));
        }
    }
}

package cn.citybrain.parking.onboarding.access.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.access.setup.RequiredSettings.MissingSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class RequiredSettingsTest {

    /** A placeholder without a default. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(ONBOARDING_[A-Z0-9_]+)}");

    private final Map<String, Object> variables = new HashMap<>();
    private final StandardEnvironment environment = new StandardEnvironment();

    @BeforeEach
    void production() {
        environment.setActiveProfiles("prod");
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> RequiredSettings.check(environment))
                .isInstanceOf(MissingSettings.class)
                .hasMessageContaining("ONBOARDING_DB_URL")
                .hasMessageContaining("ONBOARDING_SMTP_HOST")
                .hasMessageContaining("ONBOARDING_WECHATPAY_API_V3_KEY")
                .hasMessageContaining("ONBOARDING_ADMIN_PASSWORD");
    }

    /** So that a new channel's block cannot forget to say what it needs. */
    @Test
    void describesEveryPlaceholderThatHasNoDefault() throws IOException {
        String yaml = new ClassPathResource("application.yaml").getContentAsString(StandardCharsets.UTF_8);
        MissingSettings missing = org.junit.jupiter.api.Assertions.assertThrows(
                MissingSettings.class, () -> RequiredSettings.check(environment));

        assertThat(PLACEHOLDER.matcher(yaml).results().map((MatchResult found) -> found.group(1)))
                .isNotEmpty()
                .isSubsetOf(missing.names());
    }

    @Test
    void asksForTheKeyThatIsToBeWrittenWith() {
        everything();
        variables.put("ONBOARDING_ENCRYPTION_ACTIVE_KEY", "k2");

        assertThatThrownBy(() -> RequiredSettings.check(environment))
                .hasMessage("prod 环境缺少配置: ONBOARDING_ENCRYPTION_KEYS_K2");
    }

    @Test
    void isContentWithEverythingAndInsistsOnHttps() {
        everything();
        assertThatCode(() -> RequiredSettings.check(environment)).doesNotThrowAnyException();

        variables.put("ONBOARDING_PUBLIC_URL", "http://onboarding.example");
        assertThatThrownBy(() -> RequiredSettings.check(environment)).hasMessageContaining("ONBOARDING_PUBLIC_URL");
    }

    private void everything() {
        variables.put("ONBOARDING_ENCRYPTION_ACTIVE_KEY", "k1");
        try {
            RequiredSettings.check(environment);
        } catch (MissingSettings missing) {
            missing.names().forEach(name -> variables.put(name, "https://value.example"));
        }
    }
}

package cn.citybrain.parking.onboarding.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where the demo's mails lead. */
class DemoAddressTest {

    @Test
    void isWhereTheDemoListens() {
        assertThat(publicUrl(Map.of("server.port", "9080"))).isEqualTo("http://localhost:9080");
        assertThat(publicUrl(Map.of())).isEqualTo("http://localhost:8080");
        assertThat(publicUrl(Map.of("ONBOARDING_PUBLIC_URL", "https://demo.example", "server.port", "9080")))
                .isEqualTo("https://demo.example");
    }

    private static String publicUrl(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles("demo");
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment.getProperty("onboarding.account.public-url");
    }
}

package cn.citybrain.parking.onboarding;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * A start that does one thing and ends ({@code --onboarding.migrate=…}, {@code --onboarding.link-for=…},
 * {@code --onboarding.dossiers.from=…}, {@code --onboarding.verify=…}): it is no node. It answers nobody but its own machine,
 * on any free port, and works no schedule, job, mail or message.
 */
public class OneShot implements EnvironmentPostProcessor {

    private static final List<String> SETTINGS =
            List.of("onboarding.migrate", "onboarding.link-for", "onboarding.dossiers.from", "onboarding.verify");

    private static final Map<String, Object> NO_NODE = Map.of(
            "server.port", "0",
            "server.address", "127.0.0.1",
            "management.server.port", "-1",
            "onboarding.access.door.machine-port", "0",
            "onboarding.schedules.enabled", "false",
            "camunda.bpm.job-execution.enabled", "false",
            "spring.modulith.events.republish-outstanding-events-on-restart", "false",
            "spring.main.banner-mode", "off");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isAsked(environment)) {
            environment.getPropertySources().addFirst(new MapPropertySource("one-shot", NO_NODE));
        }
    }

    static boolean isAsked(Environment environment) {
        return SETTINGS.stream().anyMatch(environment::containsProperty);
    }
}

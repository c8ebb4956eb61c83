package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.access.oidc.OidcSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * In production nothing is guessed: what the blocks of {@code application.yaml} name under
 * {@code onboarding.required-settings} comes from the environment, and what is missing is named at once.
 */
public class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Bindable<Map<String, String>> DESCRIBED = Bindable.mapOf(String.class, String.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            check(environment);
        }
    }

    static void check(Environment environment) {
        Map<String, String> missing = new TreeMap<>(Binder.get(environment)
                .bind("onboarding.required-settings", DESCRIBED)
                .orElseThrow(() -> new IllegalStateException("application.yaml names no required settings")));
        String key = environment.getProperty("ONBOARDING_ENCRYPTION_ACTIVE_KEY", "");
        if (!key.isBlank()) {
            missing.put(
                    "ONBOARDING_ENCRYPTION_KEYS_" + key.toUpperCase(java.util.Locale.ROOT),
                    "编号为 " + key + " 的加密密钥，Base64");
        }
        missing.keySet().removeIf(name -> !environment.getProperty(name, "").isBlank());
        missing.putAll(OidcSettings.faults(environment));
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
        if (!environment.getProperty("ONBOARDING_PUBLIC_URL", "").startsWith("https://")) {
            throw new MissingSettings(Map.of("ONBOARDING_PUBLIC_URL", "公网访问地址必须以 https:// 开头"));
        }
    }

    /** Names every setting that is missing. */
    static final class MissingSettings extends IllegalStateException {

        private final transient Map<String, String> missing;

        MissingSettings(Map<String, String> missing) {
            super("prod 环境缺少配置: " + String.join(", ", missing.keySet()));
            this.missing = Map.copyOf(missing);
        }

        List<String> names() {
            return missing.keySet().stream().sorted().toList();
        }
    }

    /** Prints the list instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<MissingSettings> {

        @Override
        protected FailureAnalysis analyze(Throwable root, MissingSettings cause) {
            String list = cause.names().stream()
                    .map(name -> "  " + name + "  " + cause.missing.get(name))
                    .collect(Collectors.joining("\n"));
            return new FailureAnalysis("prod 环境缺少以下配置:\n" + list, "在环境变量中设置后重新启动。", cause);
        }
    }
}

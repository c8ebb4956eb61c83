package cn.citybrain.parking.onboarding.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The banks of {@code application.yaml} without an application around them. */
public final class TestBanks {

    private TestBanks() {}

    public static Banks configured() {
        try {
            List<PropertySource<?>> documents =
                    new YamlPropertySourceLoader().load("banks", new ClassPathResource("application.yaml"));
            return new Banks(new Binder(ConfigurationPropertySources.from(documents))
                    .bind("onboarding", Banks.Settings.class)
                    .orElseGet(() -> new Banks.Settings(Map.of())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

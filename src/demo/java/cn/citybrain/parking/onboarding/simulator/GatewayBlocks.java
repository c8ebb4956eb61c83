package cn.citybrain.parking.onboarding.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * The channels of the gateway contract in the platform's settings, as settings of the simulator that plays them: each
 * block {@code onboarding.channels.<code>.gateway} is a party with that app id and secret; {@code
 * onboarding.simulator.parties.<code>} says of it what the platform need not know ({@code name, visitor, devices}), and
 * may be absent.
 */
public final class GatewayBlocks {

    /** Where the simulator's settings have the parties, by code. */
    public static final String PARTIES = "simulator.parties";

    private GatewayBlocks() {}

    record Channel(Gateway gateway) {

        boolean played() {
            return gateway != null && gateway.appId() != null && gateway.secret() != null;
        }
    }

    record Gateway(String appId, String secret) {}

    /** What a platform's settings say. */
    static Map<String, Object> of(Environment platform) {
        Binder binder = Binder.get(platform);
        Map<String, Object> settings = new TreeMap<>();
        binder.bind("onboarding.channels", Bindable.mapOf(String.class, Channel.class))
                .orElse(Map.of())
                .forEach((code, channel) -> {
                    if (channel.played()) {
                        String prefix = PARTIES + "." + code + ".";
                        settings.put(prefix + "app-id", channel.gateway().appId());
                        settings.put(prefix + "secret", channel.gateway().secret());
                        binder.bind("onboarding.simulator.parties." + code, Bindable.mapOf(String.class, String.class))
                                .ifBound(facts -> facts.forEach((name, value) -> settings.put(prefix + name, value)));
                    }
                });
        return settings;
    }

    /** What the demo's settings say: for a simulator that no platform starts. */
    public static Map<String, Object> ofTheDemo() {
        StandardEnvironment demo = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("demo", new ClassPathResource("application-demo.yaml"))
                    .forEach(demo.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(demo);
    }
}

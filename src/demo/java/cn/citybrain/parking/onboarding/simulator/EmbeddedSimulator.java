package cn.citybrain.parking.onboarding.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.web.client.RestClient;

/**
 * Brings platform and simulator together before the platform's first bean exists: starts a simulator in this JVM, or
 * finds the one that runs elsewhere, and puts what it hands over among the platform's settings. Does nothing outside of
 * profile {@code demo}.
 *
 * <p>Settings: {@code onboarding.simulator.embedded} (true: in this JVM), {@code onboarding.simulator.url} (where it
 * runs, if elsewhere), {@code onboarding.simulator.{port,mail-port,mqtt-port,mqtt-passwords,database}}; {@link
 * GatewayBlocks} says which parties it plays over the gateway contract.
 */
public class EmbeddedSimulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SETTINGS = "onboarding.simulator.";

    @Override
    public void initialize(ConfigurableApplicationContext platform) {
        platform.getBeanFactory().registerSingleton("simulatorApart", new SimulatorApart());
        ConfigurableEnvironment environment = platform.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("demo")) || !environment.containsProperty(SETTINGS + "embedded")) {
            return;
        }
        if (environment.getRequiredProperty(SETTINGS + "embedded", Boolean.class)) {
            embed(platform);
        } else {
            join(platform, environment.getRequiredProperty(SETTINGS + "url"));
        }
    }

    private static void embed(ConfigurableApplicationContext platform) {
        SimulatorServer simulator = SimulatorServer.start(settings(platform.getEnvironment()));
        platform.getBeanFactory().registerSingleton("simulatorServer", simulator);
        // closed after every bean of the platform, also when the platform fails to start
        ((DefaultSingletonBeanRegistry) platform.getBeanFactory())
                .registerDisposableBean("simulatorServer", simulator::close);
        platform.addApplicationListener(new Introduction(platform, simulator));
        connect(platform, simulator.url(), simulator.handover());
    }

    private static void join(ConfigurableApplicationContext platform, String url) {
        connect(
                platform,
                url,
                RestClient.create().get().uri(url + Handovers.PATH).retrieve().body(StringMap.class));
    }

    private static void connect(ConfigurableApplicationContext platform, String url, Map<String, String> handover) {
        platform.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("simulator", new HashMap<String, Object>(handover)));
        FilterRegistrationBean<DeskRedirect> redirect = new FilterRegistrationBean<>(new DeskRedirect(URI.create(url)));
        redirect.addUrlPatterns("/demo", "/demo/*");
        redirect.setOrder(Ordered.HIGHEST_PRECEDENCE);
        platform.getBeanFactory().registerSingleton("simulatorDeskRedirect", redirect);
    }

    private static Map<String, Object> settings(ConfigurableEnvironment environment) {
        Map<String, Object> settings = new HashMap<>(GatewayBlocks.of(environment));
        // where the platform's schedules are fired by hand, the simulator's are too
        settings.put(
                "simulator.schedules", environment.getProperty("onboarding.schedules.enabled", Boolean.class, true));
        for (String name : new String[] {"port", "mail-port", "mqtt-port", "mqtt-passwords", "database"}) {
            String value = environment.getProperty(SETTINGS + name);
            if (value != null) {
                settings.put("simulator." + name, value);
            }
        }
        return settings;
    }

    /** Tells the simulator where the platform answers, once that is known. */
    private record Introduction(ConfigurableApplicationContext platform, SimulatorServer simulator)
            implements ApplicationListener<WebServerInitializedEvent> {

        @Override
        public void onApplicationEvent(WebServerInitializedEvent event) {
            if (event.getApplicationContext() == platform) {
                simulator.meet(
                        platform.getBean(Clock.class),
                        URI.create("http://localhost:" + event.getWebServer().getPort()));
            }
        }
    }

    /** So that JSON reads into texts. */
    private static final class StringMap extends HashMap<String, String> {}
}

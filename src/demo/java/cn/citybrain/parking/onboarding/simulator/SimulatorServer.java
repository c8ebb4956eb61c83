package cn.citybrain.parking.onboarding.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A simulator that runs inside another application. */
public final class SimulatorServer implements AutoCloseable {

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();

    private SimulatorServer(Map<String, Object> settings) {
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("simulator-web", SimulatorApplication.WEB));
        sources.addFirst(new MapPropertySource("simulator-settings", settings));
        context.setId("simulator");
        context.register(SimulatorApplication.class);
    }

    /**
     * Starts a simulator with settings as in {@link SimulatorProperties}, named {@code simulator.…}.
     *
     * @param more beans besides its own, e.g. another channel
     */
    public static SimulatorServer start(Map<String, Object> settings, Class<?>... more) {
        SimulatorServer server = new SimulatorServer(settings);
        List.of(more).forEach(server.context::register);
        server.context.refresh();
        return server;
    }

    /** Where it answers. */
    public String url() {
        return "http://localhost:" + context.getWebServer().getPort();
    }

    /** What its parties hand to the platform, by property name. */
    public Map<String, String> handover() {
        return part(Handovers.class).settings(url());
    }

    /** Shares the platform's clock and learns where it answers. */
    public void meet(Clock clock, URI platform) {
        part(SimulatorClock.class).follow(clock);
        part(PlatformAddress.class).moveTo(platform);
    }

    /** One of its parts, for those who play the other side by hand. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}

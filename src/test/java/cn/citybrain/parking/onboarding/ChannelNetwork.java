package cn.citybrain.parking.onboarding;

import cn.citybrain.parking.onboarding.faults.TcpProxy;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** The product reaches the simulated channels through a {@link TcpProxy}, a bean, so that a test can break what is between. */
final class ChannelNetwork implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What the simulators handed over. */
    private static final String HANDOVER = "simulator";

    @Override
    public void initialize(ConfigurableApplicationContext platform) {
        String simulator =
                platform.getBeanFactory().getBean(SimulatorServer.class).url();
        TcpProxy proxy = TcpProxy.to("localhost", URI.create(simulator).getPort());
        platform.getBeanFactory().registerSingleton("channelNetwork", proxy);
        ((DefaultSingletonBeanRegistry) platform.getBeanFactory())
                .registerDisposableBean("channelNetwork", proxy::close);
        MutablePropertySources sources = platform.getEnvironment().getPropertySources();
        Map<String, Object> settings = new HashMap<>(((MapPropertySource) sources.get(HANDOVER)).getSource());
        settings.replaceAll((name, value) -> moved(value, simulator, "http://localhost:" + proxy.port()));
        sources.replace(HANDOVER, new MapPropertySource(HANDOVER, settings));
    }

    private static Object moved(Object value, String from, String to) {
        return value instanceof String text && text.startsWith(from) ? to + text.substring(from.length()) : value;
    }
}

package cn.citybrain.parking.onboarding.channel;

import cn.citybrain.parking.onboarding.channel.adapter.AdapterSource;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.encryption.TestCipher;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Adapters as the demo's settings and the product's own configurations make them, towards the simulators of a bench. */
final class DemoAdapters {

    private static final Map<String, ChannelAdapter> MADE = new ConcurrentHashMap<>();

    /** What one of them has been told by its channel, all know. */
    private static ChannelReferences references;

    private DemoAdapters() {}

    static ChannelAdapter patient(ContractBench bench, Channel channel) {
        return made(bench, channel, "10s");
    }

    /** Gives up after half a second: for answers that are held back. */
    static ChannelAdapter impatient(ContractBench bench, Channel channel) {
        return made(bench, channel, "500ms");
    }

    /** Talks to the simulators through what stands in front of them. */
    static ChannelAdapter behind(ContractBench bench, Channel channel, ClosingFront front) {
        Map<String, String> settings = new HashMap<>();
        bench.server
                .handover()
                .forEach((name, value) -> settings.put(name, value.replace(bench.server.url(), front.url())));
        return make(bench, channel, "10s", settings);
    }

    private static ChannelAdapter made(ContractBench bench, Channel channel, String read) {
        return MADE.computeIfAbsent(channel + read, missing -> make(bench, channel, read, bench.server.handover()));
    }

    private static ChannelAdapter make(
            ContractBench bench, Channel channel, String read, Map<String, String> handover) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        ConfigurableEnvironment environment = context.getEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("bench", new HashMap<>(handover)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, "demo");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("deadline", deadline(environment, channel, read)));
        context.registerBean(Clock.class, () -> bench.clock);
        context.registerBean(Lines.class, () -> TestLines.patient(bench.kept::add));
        context.registerBean(ChannelReferences.class, () -> references(bench));
        context.registerBean(FieldCipher.class, TestCipher::create);
        context.register(Banks.class);
        context.scan(roomOf("gateway"), roomOf(channel.code()));
        context.refresh();
        Stream<ChannelAdapter> own = context.getBeansOfType(ChannelAdapter.class).values().stream();
        Stream<ChannelAdapter> configured = context.getBeansOfType(AdapterSource.class).values().stream()
                .flatMap(source -> source.adapters().stream());
        return Stream.concat(own, configured)
                .filter(adapter -> adapter.channel() == channel)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo's settings make no adapter for " + channel));
    }

    private static synchronized ChannelReferences references(ContractBench bench) {
        if (references == null) {
            references = TestReferences.create(bench.clock);
        }
        return references;
    }

    private static String roomOf(String code) {
        return Channel.class.getPackageName() + "." + code;
    }

    /** Wherever the channel's settings have it: only a channel of the gateway contract has a gateway. */
    private static Map<String, Object> deadline(Environment environment, Channel channel, String read) {
        String settings = "onboarding.channels." + channel.code() + ".";
        return environment.containsProperty(settings + "gateway.base-url")
                ? Map.of(settings + "gateway.deadlines.read", read)
                : Map.of(settings + "read-timeout", read, settings + "deadlines.read", read);
    }
}

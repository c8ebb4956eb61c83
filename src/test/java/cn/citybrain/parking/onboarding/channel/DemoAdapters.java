package cn.citybrain.parking.onboarding.channel;

import cn.citybrain.parking.onboarding.channel.adapter.AdapterSource;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.encryption.TestCipher;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
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

    private static ChannelAdapter made(ContractBench bench, Channel channel, String read) {
        return MADE.computeIfAbsent(channel + read, missing -> make(bench, channel, read));
    }

    private static ChannelAdapter make(ContractBench bench, Channel channel, String read) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", settings(bench, channel, read)));
        ConfigDataEnvironmentPostProcessor.applyTo(context.getEnvironment(), null, null, "demo");
        context.registerBean(Clock.class, () -> bench.clock);
        context.registerBean(Lines.class, () -> TestLines.patient(bench.kept::add));
        context.registerBean(ChannelReferences.class, () -> references(bench));
        context.registerBean(FieldCipher.class, TestCipher::create);
        context.register(Banks.class);
        context.scan(roomOf("gateway"), roomOf(channel.code()));
        context.refresh();
        return Stream.concat(
                        context.getBeansOfType(ChannelAdapter.class).values().stream(),
                        context.getBeansOfType(AdapterSource.class).values().stream()
                                .flatMap(source -> source.adapters().stream()))
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

    /** Wherever a channel's settings have their deadline. */
    private static Map<String, Object> settings(ContractBench bench, Channel channel, String read) {
        Map<String, Object> settings = new HashMap<>(bench.server.handover());
        String block = "onboarding.channels." + channel.code() + ".";
        boolean gateway = settings.keySet().stream().anyMatch(name -> name.startsWith(block + "gateway."));
        List<String> deadlines =
                gateway ? List.of("gateway.deadlines.read") : List.of("read-timeout", "deadlines.read");
        deadlines.forEach(name -> settings.put(block + name, read));
        return settings;
    }
}

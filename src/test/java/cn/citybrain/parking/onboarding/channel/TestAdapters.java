package cn.citybrain.parking.onboarding.channel;

import static org.mockito.Mockito.mock;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.exchange.Exchanges;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.test.util.ReflectionTestUtils;

/** A registry in which one channel matters. */
public final class TestAdapters {

    private TestAdapters() {}

    /** The given adapter, and silent ones for all other channels. */
    public static ChannelAdapters with(ChannelAdapter adapter) {
        return with(adapter, mock());
    }

    /** The same with banks to choose from. */
    public static ChannelAdapters with(ChannelAdapter adapter, Banks banks) {
        List<ChannelAdapter> all = new ArrayList<>(List.of(adapter));
        EnumSet<Channel> others = EnumSet.allOf(Channel.class);
        others.remove(adapter.channel());
        for (Channel channel : others) {
            all.add(new ChannelAdapter(channel, mock(), mock(), mock(), mock(), mock()));
        }
        return new ChannelAdapters(all, List.of(), TestLines.patient(), Interfaces.everywhere(), banks, unwritten());
    }

    /** Exchanges that nobody keeps. */
    public static Exchanges unwritten() {
        return new Exchanges(mock(), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    /** Puts an adapter in the place of its channel's own, in a registry that is running. Returns the one before. */
    @SuppressWarnings("unchecked")
    public static ChannelAdapter replace(ChannelAdapters registry, ChannelAdapter adapter) {
        var byChannel = (Map<Channel, ChannelAdapter>) ReflectionTestUtils.getField(registry, "byChannel");
        return byChannel.put(adapter.channel(), adapter);
    }
}

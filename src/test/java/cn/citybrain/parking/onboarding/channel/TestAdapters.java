package cn.citybrain.parking.onboarding.channel;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** A registry in which one channel matters. */
public final class TestAdapters {

    private TestAdapters() {}

    /** The given adapter, and silent ones for all other channels. */
    public static ChannelAdapters with(ChannelAdapter adapter) {
        List<ChannelAdapter> all = new ArrayList<>(List.of(adapter));
        EnumSet<Channel> others = EnumSet.allOf(Channel.class);
        others.remove(adapter.channel());
        for (Channel channel : others) {
            ChannelAdapter silent = mock(ChannelAdapter.class);
            when(silent.channel()).thenReturn(channel);
            all.add(silent);
        }
        return new ChannelAdapters(all);
    }
}

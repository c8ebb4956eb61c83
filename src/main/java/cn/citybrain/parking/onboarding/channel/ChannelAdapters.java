package cn.citybrain.parking.onboarding.channel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the adapter of a channel. The application does not start with a channel without adapter, or with two for one. */
@Component
public class ChannelAdapters {

    private final Map<Channel, ChannelAdapter> byChannel = new EnumMap<>(Channel.class);

    public ChannelAdapters(List<ChannelAdapter> adapters) {
        for (ChannelAdapter adapter : adapters) {
            if (byChannel.put(adapter.channel(), adapter) != null) {
                throw new IllegalStateException("two adapters for channel " + adapter.channel());
            }
        }
        EnumSet<Channel> missing = EnumSet.allOf(Channel.class);
        missing.removeAll(byChannel.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no adapter for " + missing);
        }
    }

    public ChannelAdapter of(Channel channel) {
        return byChannel.get(channel);
    }

    /** @param code {@link Channel#code()} */
    public ChannelAdapter of(String code) {
        return of(Channel.of(code));
    }
}

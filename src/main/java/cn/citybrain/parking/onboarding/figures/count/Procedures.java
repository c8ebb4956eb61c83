package cn.citybrain.parking.onboarding.figures.count;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.util.Arrays;
import java.util.List;

/** The processes that connect lots to channels, by the channel. */
public final class Procedures {

    private static final String SUFFIX = "-onboarding";

    private Procedures() {}

    /** Keys of all of them. */
    public static List<String> keys() {
        return Arrays.stream(Channel.values()).map(Procedures::of).toList();
    }

    public static String of(Channel channel) {
        return channel.code() + SUFFIX;
    }

    /** @param key one of {@link #keys()} */
    public static Channel channel(String key) {
        return Channel.of(key.substring(0, key.length() - SUFFIX.length()));
    }
}

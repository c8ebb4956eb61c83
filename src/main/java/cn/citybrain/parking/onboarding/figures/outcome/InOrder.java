package cn.citybrain.parking.onboarding.figures.outcome;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.util.Comparator;
import java.util.function.Function;

/** The channels' own order. */
final class InOrder {

    private InOrder() {}

    static <T> Comparator<T> of(Function<T, String> channel) {
        return Comparator.comparing(each -> Channel.of(channel.apply(each)));
    }
}

package cn.citybrain.parking.onboarding.masterdata;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;

/** A lot at a channel as something that stands in the way. */
public final class BoundLots {

    private BoundLots() {}

    public static Obstacle obstacle(LotBinding bound) {
        return new Obstacle(
                kind(bound.state()),
                bound.lotName() + " · " + Channel.of(bound.channel()).displayName(),
                "/lots/" + bound.id());
    }

    private static String kind(BindingState state) {
        return switch (state) {
            case CONFIGURED, REGISTERED -> "接入中的停车场";
            case TESTING -> "测试中的停车场";
            case LIVE -> "已接入的停车场";
            case SUSPENDED -> "已暂停的停车场";
            case WITHDRAWN -> "已撤回的停车场";
        };
    }
}

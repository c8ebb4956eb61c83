package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;

/** Whether the channel did what was asked is not known: time-out, cut connection, wrong signature, unreadable text. */
public final class NoAnswer extends WireFailure {

    public NoAnswer(Channel channel, String why) {
        super(channel, why);
    }
}

package cn.citybrain.parking.onboarding.channel.circuit;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.IOException;

/** A call was not made: the channel is left alone for the moment, or has enough calls under way. Nothing left this node. */
public final class CircuitOpen extends IOException {

    CircuitOpen(Channel channel, String why) {
        super(channel + ": " + why);
    }
}

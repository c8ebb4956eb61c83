package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;

/**
 * A call over an SDK that brought a refusal, or no usable answer. What the adapter makes no result of is a technical
 * failure. Never carries the SDK's exceptions as cause: their messages can hold whole requests and answers.
 */
public abstract class WireFailure extends ChannelException {

    private final String why;

    /** @param why fit for a log: codes, no values from the request */
    protected WireFailure(Channel channel, String why) {
        super(channel.displayName() + "未能完成请求：" + why);
        this.why = why;
    }

    public final String why() {
        return why;
    }
}

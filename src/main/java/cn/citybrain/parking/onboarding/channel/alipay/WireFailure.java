package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.ChannelException;

/**
 * A call that brought no usable answer, or a refusal. Never carries the SDK's exceptions as cause: their messages can hold
 * whole answers.
 */
sealed class WireFailure extends RuntimeException permits Refusal, NoAnswer {

    WireFailure(String message) {
        super(message);
    }

    /** As a technical failure: tried again, then an incident that somebody sees. */
    ChannelException technical() {
        return new ChannelException("支付宝未能完成请求：" + getMessage());
    }
}

package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.channel.Channel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.stereotype.Component;

/** Lets the application start in tests while Alipay has no adapter of its own. */
@Component
@ConditionalOnMissingClass("cn.citybrain.parking.onboarding.channel.alipay.AlipayAdapter")
class AlipayStandIn extends ScriptedChannel {

    AlipayStandIn() {
        super(Channel.ALIPAY);
    }
}

package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelContractTest;

class AlipayContractTest extends ChannelContractTest {

    AlipayContractTest() {
        super(Channel.ALIPAY);
    }
}

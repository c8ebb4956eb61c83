package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelContractTest;

class WechatPayContractTest extends ChannelContractTest {

    WechatPayContractTest() {
        super(Channel.WECHATPAY);
    }
}

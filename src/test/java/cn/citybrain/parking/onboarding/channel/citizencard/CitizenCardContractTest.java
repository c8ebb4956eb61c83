package cn.citybrain.parking.onboarding.channel.citizencard;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelContractTest;

class CitizenCardContractTest extends ChannelContractTest {

    CitizenCardContractTest() {
        super(Channel.CITIZENCARD);
    }
}

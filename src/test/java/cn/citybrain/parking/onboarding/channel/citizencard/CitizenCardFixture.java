package cn.citybrain.parking.onboarding.channel.citizencard;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.gateway.GatewayFixture;

final class CitizenCardFixture extends GatewayFixture {

    @Override
    public Channel channel() {
        return Channel.CITIZENCARD;
    }
}

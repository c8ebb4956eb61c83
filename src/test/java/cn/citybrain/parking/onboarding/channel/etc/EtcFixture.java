package cn.citybrain.parking.onboarding.channel.etc;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.gateway.GatewayFixture;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import java.util.List;

final class EtcFixture extends GatewayFixture {

    @Override
    public Channel channel() {
        return Channel.ETC;
    }

    @Override
    public List<LaneDevice> devices(String lotCode) {
        return List.of(new LaneDevice("1", "RSU" + lotCode, "3301A0B1C2D3"));
    }
}

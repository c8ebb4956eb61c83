package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Adapters of channels that are reached over the channel gateway contract (assumed): puts the parts together. */
@Component
public final class GatewayAdapters {

    private final Lines lines;
    private final Clock clock;

    GatewayAdapters(Lines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    public ChannelAdapter adapter(Channel channel, GatewaySettings settings, Dialect dialect) {
        GatewayWire wire = new GatewayWire(channel, settings, lines.to(channel), clock);
        String notifyUrl = settings.notifyBaseUrl().replaceAll("/+$", "") + "/callbacks/" + channel.code() + "/events";
        GatewayCharges charges = new GatewayCharges(wire, dialect, notifyUrl);
        return new ChannelAdapter(
                channel,
                new GatewayAccounts(wire, notifyUrl),
                new GatewayLots(wire, dialect, notifyUrl),
                new GatewayVehicles(wire, dialect),
                charges,
                new GatewayCallbacks(wire.signature(), charges));
    }
}

package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.AdapterSource;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.CallbackAddress;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels that are reached over the channel gateway contract (assumed): one for each block
 * {@code onboarding.channels.<channel>.gateway}, with the dialect of its package if there is one.
 */
final class GatewayAdapters implements AdapterSource {

    private final Settings settings;
    private final List<Dialect> dialects;
    private final Lines lines;
    private final Clock clock;

    GatewayAdapters(Settings settings, List<Dialect> dialects, Lines lines, Clock clock) {
        this.settings = settings;
        this.dialects = dialects;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public List<ChannelAdapter> adapters() {
        return settings.channels().entrySet().stream()
                .filter(block -> block.getValue().gateway() != null)
                .map(block -> adapter(channel(block.getKey()), block.getValue().gateway()))
                .toList();
    }

    private static Channel channel(String code) {
        return Channel.find(code)
                .orElseThrow(() ->
                        new IllegalStateException("onboarding.channels." + code + ".gateway: there is no channel \""
                                + code + "\"; give Channel a constant, or remove the block"));
    }

    private ChannelAdapter adapter(Channel channel, GatewaySettings gateway) {
        Dialect dialect = dialects.stream()
                .filter(known -> known.channel() == channel)
                .findFirst()
                .orElseGet(() -> Dialect.plain(channel));
        GatewayWire wire = new GatewayWire(channel, gateway, lines.to(channel), clock);
        String notifyUrl = CallbackAddress.of(gateway.notifyBaseUrl(), channel, "/events");
        GatewayCharges charges = new GatewayCharges(wire, dialect, notifyUrl);
        return new ChannelAdapter(
                channel,
                new GatewayAccounts(wire, notifyUrl),
                new GatewayLots(wire, dialect, notifyUrl),
                new GatewayVehicles(wire, dialect),
                charges,
                new GatewayCallbacks(wire.signature(), charges));
    }

    /** @param channels by {@link Channel#code()} */
    @ConfigurationProperties("onboarding")
    record Settings(@DefaultValue Map<String, Block> channels) {}

    /** What of a channel's block is about a gateway; null where it has a protocol of its own. */
    record Block(GatewaySettings gateway) {}
}

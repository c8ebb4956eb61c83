package cn.citybrain.parking.onboarding.channel.adapter;

import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.Interfaces;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.channel.exchange.Exchanges;
import cn.citybrain.parking.onboarding.channel.exchange.RecordedAccounts;
import cn.citybrain.parking.onboarding.channel.exchange.RecordedCharges;
import cn.citybrain.parking.onboarding.channel.exchange.RecordedLots;
import cn.citybrain.parking.onboarding.channel.exchange.RecordedVehicles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Finds the adapter of a channel, with every exchange written down, and says whether the channel is to be called. The
 * application does not start with a channel without adapter, or with two for one.
 */
@Component
@EnableConfigurationProperties(Interfaces.class)
public class ChannelAdapters {

    private final Map<Channel, ChannelAdapter> byChannel = new EnumMap<>(Channel.class);
    private final Circuits circuits;
    private final Interfaces interfaces;
    private final Banks banks;
    private final Exchanges exchanges;

    public ChannelAdapters(
            List<ChannelAdapter> own,
            List<AdapterSource> sources,
            Circuits circuits,
            Interfaces interfaces,
            Banks banks,
            Exchanges exchanges) {
        this.circuits = circuits;
        this.interfaces = interfaces;
        this.banks = banks;
        this.exchanges = exchanges;
        own.forEach(this::add);
        sources.stream().flatMap(source -> source.adapters().stream()).forEach(this::add);
        for (Channel channel : Channel.values()) {
            if (!byChannel.containsKey(channel)) {
                throw new IllegalStateException("channel " + channel.code()
                        + " has no adapter: it needs a package of its own that makes one, or a block onboarding.channels."
                        + channel.code() + ".gateway");
            }
        }
    }

    private void add(ChannelAdapter adapter) {
        if (byChannel.put(adapter.channel(), onPaper(adapter)) != null) {
            throw new IllegalStateException("channel " + adapter.channel().code() + " has two adapters");
        }
    }

    private ChannelAdapter onPaper(ChannelAdapter adapter) {
        return new ChannelAdapter(
                adapter.channel(),
                new PaperAccounts(adapter.channel(), adapter.accounts(), interfaces, banks),
                adapter.lots(),
                adapter.vehicles(),
                adapter.charges(),
                adapter.callbacks(),
                adapter.answersSigned());
    }

    public ChannelAdapter of(Channel channel) {
        return recorded(byChannel.get(channel));
    }

    private ChannelAdapter recorded(ChannelAdapter adapter) {
        Channel channel = adapter.channel();
        Exchanges exchanges = adapter.answersSigned() ? this.exchanges : this.exchanges.unsigned();
        return new ChannelAdapter(
                channel,
                new RecordedAccounts(channel, adapter.accounts(), exchanges),
                new RecordedLots(channel, adapter.lots(), exchanges),
                new RecordedVehicles(channel, adapter.vehicles(), exchanges),
                new RecordedCharges(channel, adapter.charges(), exchanges),
                adapter.callbacks(),
                adapter.answersSigned());
    }

    /** @param code {@link Channel#code()} */
    public ChannelAdapter of(String code) {
        return of(Channel.of(code));
    }

    /**
     * Whether a call to the channel would be made: not while it is left alone because it does not answer. What a call would
     * have to finish is not begun then.
     *
     * @param code {@link Channel#code()}
     */
    public boolean passable(String code) {
        return circuits.of(code).passable();
    }
}

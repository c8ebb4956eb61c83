package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.PlatformAddress;
import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** The office of every simulated channel. */
@Component
public final class Offices {

    private final Map<String, ChannelOffice> offices = new LinkedHashMap<>();

    Offices(
            List<SimulatedChannel> channels,
            SimulatorStore store,
            Ledger ledger,
            PlatformAddress platform,
            JsonText json,
            Clock clock) {
        for (SimulatedChannel channel : channels) {
            ChannelOffice office = new ChannelOffice(channel, store, ledger, platform, json, clock);
            if (offices.put(channel.code(), office) != null) {
                throw new IllegalStateException("two simulators of " + channel.code());
            }
        }
    }

    /** In the order in which the desk shows them. */
    public List<ChannelOffice> all() {
        return List.copyOf(offices.values());
    }

    /** @throws NoSuchElementException if no channel has that code */
    public ChannelOffice of(String code) {
        ChannelOffice office = offices.get(code);
        if (office == null) {
            throw new NoSuchElementException("没有模拟渠道 " + code);
        }
        return office;
    }
}

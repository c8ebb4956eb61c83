package cn.citybrain.parking.onboarding.simulator.channel.desk;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import java.util.List;
import org.springframework.stereotype.Component;

/** The desk of every simulated channel. */
@Component
public final class ChannelDesks {

    private final Offices offices;

    ChannelDesks(Offices offices) {
        this.offices = offices;
    }

    /** @throws java.util.NoSuchElementException if no channel has that code */
    public ChannelDesk of(String code) {
        return new ChannelDesk(offices.of(code));
    }

    List<SimulatedChannel> channels() {
        return offices.all().stream().map(ChannelOffice::channel).toList();
    }
}

package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import org.springframework.stereotype.Component;

/** One {@link Line} per channel. */
@Component
public class Lines {

    private final Circuits circuits;
    private final RequestKeeper keeper;

    public Lines(Circuits circuits, RequestKeeper keeper) {
        this.circuits = circuits;
        this.keeper = keeper;
    }

    public Line to(Channel channel) {
        return new Line(circuits.of(channel), keeper);
    }
}

package cn.citybrain.parking.onboarding.watch.health;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Which channels answer this node ({@code channels}): always up, for a channel's outage is no fault of ours. */
@Component("channels")
class ChannelsHealthIndicator implements HealthIndicator {

    private final Circuits circuits;
    private final Clock clock;

    ChannelsHealthIndicator(Circuits circuits, Clock clock) {
        this.circuits = circuits;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        Arrays.stream(Channel.values())
                .forEach(channel -> health.withDetail(
                        channel.code(),
                        circuits.of(channel)
                                .brokenSince()
                                .map(since -> channel.displayName() + "自 " + Since.of(since, clock) + " 起没有正常应答，系统自动重试")
                                .orElse("正常")));
        return health.build();
    }
}

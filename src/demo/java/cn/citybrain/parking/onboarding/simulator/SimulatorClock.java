package cn.citybrain.parking.onboarding.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The simulator's clock. Where it shares a JVM with the platform it follows the platform's. */
final class SimulatorClock extends Clock {

    private volatile Clock followed = Clock.system(ZoneId.of("Asia/Shanghai"));

    void follow(Clock clock) {
        followed = clock;
    }

    @Override
    public ZoneId getZone() {
        return followed.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return followed.withZone(zone);
    }

    @Override
    public Instant instant() {
        return followed.instant();
    }
}

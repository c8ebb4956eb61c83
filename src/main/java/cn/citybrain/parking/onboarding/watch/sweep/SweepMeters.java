package cn.citybrain.parking.onboarding.watch.sweep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code onboarding.sweep.age}: seconds since a schedule last succeeded; {@code onboarding.sweep.interval}: how often it should. */
@Component
class SweepMeters {

    static final String AGE = "onboarding.sweep.age";
    static final String INTERVAL = "onboarding.sweep.interval";

    private final Sweeps sweeps;
    private final Rounds rounds;
    private final Clock clock;
    private final MeterRegistry meters;

    SweepMeters(Sweeps sweeps, Rounds rounds, Clock clock, MeterRegistry meters) {
        this.sweeps = sweeps;
        this.rounds = rounds;
        this.clock = clock;
        this.meters = meters;
    }

    /** Only then all schedules are known. */
    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        sweeps.named().forEach((full, sweep) -> {
            Gauge.builder(AGE, rounds, known -> age(known, full))
                    .tag("sweep", sweep.name())
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder(INTERVAL, sweep, each -> each.interval().toSeconds())
                    .tag("sweep", sweep.name())
                    .baseUnit("seconds")
                    .strongReference(true)
                    .register(meters);
        });
    }

    private double age(Rounds known, String full) {
        return Duration.between(known.of(full).succeeded(), clock.instant()).toMillis() / 1000.0;
    }
}

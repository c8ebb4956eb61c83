package cn.citybrain.parking.onboarding.parking.trace;

import cn.citybrain.parking.onboarding.parking.TraceProperties;
import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets calls whose time is over, at night and in batches. Any number of nodes. */
@Component
class TraceSweep {

    private static final int BATCH = 1000;

    private final CallTrace trace;
    private final TraceProperties limits;
    private final Clock clock;

    TraceSweep(CallTrace trace, TraceProperties limits, Clock clock) {
        this.trace = trace;
        this.limits = limits;
        this.clock = clock;
    }

    /** Returns how many it forgot. */
    @Scheduled(cron = "${onboarding.parking.trace.sweep-at}", zone = "Asia/Shanghai")
    int sweep() {
        Instant before = clock.instant().minus(limits.keep());
        int forgotten = 0;
        int batch;
        do {
            batch = trace.forget(before, BATCH);
            forgotten += batch;
        } while (batch == BATCH);
        return forgotten;
    }
}

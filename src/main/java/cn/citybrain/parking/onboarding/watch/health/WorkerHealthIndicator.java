package cn.citybrain.parking.onboarding.watch.health;

import cn.citybrain.parking.onboarding.watch.sweep.Sweep;
import cn.citybrain.parking.onboarding.watch.sweep.Sweeps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this node still works for channels ({@code worker}, part of liveness): down when a loop has not come round for five
 * minutes, well or not. A loop that fails each time is up: without a database a restart changes nothing.
 */
@Component("worker")
class WorkerHealthIndicator implements HealthIndicator {

    private static final Set<String> LOOPS = Set.of("ExternalTaskWorker.onSchedule", "AnswerSweep.onSchedule");

    private final Sweeps sweeps;
    private final Clock clock;

    WorkerHealthIndicator(Sweeps sweeps, Clock clock) {
        this.sweeps = sweeps;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        List<Sweep> standing = sweeps.all().stream()
                .filter(sweep -> LOOPS.contains(sweep.name()))
                .filter(sweep -> sweep.stands(now))
                .toList();
        Health.Builder health = standing.isEmpty() ? Health.up() : Health.down();
        standing.forEach(
                sweep -> health.withDetail(sweep.name(), "自 " + Since.of(sweep.ended(), clock) + " 起没有再运行，请重启本节点"));
        return health.build();
    }
}

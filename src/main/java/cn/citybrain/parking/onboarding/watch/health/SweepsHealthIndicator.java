package cn.citybrain.parking.onboarding.watch.health;

import cn.citybrain.parking.onboarding.watch.sweep.Sweep;
import cn.citybrain.parking.onboarding.watch.sweep.Sweeps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the schedules of this node succeed ({@code sweeps}): down with those that have not for three rounds. Not part of readiness: others do their work. */
@Component("sweeps")
class SweepsHealthIndicator implements HealthIndicator {

    private final Sweeps sweeps;
    private final Clock clock;

    SweepsHealthIndicator(Sweeps sweeps, Clock clock) {
        this.sweeps = sweeps;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        List<Sweep> all = sweeps.all();
        List<Sweep> late = all.stream().filter(sweep -> sweep.late(now)).toList();
        Health.Builder health = late.isEmpty() ? Health.up() : Health.down();
        late.forEach(sweep -> health.withDetail(sweep.name(), said(sweep)));
        return health.withDetail("schedules", all.size()).build();
    }

    private String said(Sweep sweep) {
        String last = "自 " + Since.of(sweep.succeeded(), clock) + " 起没有成功（应每 "
                + sweep.interval().toSeconds() + " 秒一次）";
        return sweep.failure() == null ? last : last + "，最近一次失败：" + sweep.failure();
    }
}

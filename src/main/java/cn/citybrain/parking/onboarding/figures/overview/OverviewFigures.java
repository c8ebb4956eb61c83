package cn.citybrain.parking.onboarding.figures.overview;

import cn.citybrain.parking.onboarding.figures.count.Kept;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.figures.forecast.Forecasts;
import cn.citybrain.parking.onboarding.figures.outcome.FailedCharges;
import cn.citybrain.parking.onboarding.figures.outcome.FirstPasses;
import cn.citybrain.parking.onboarding.figures.outcome.PartyTime;
import cn.citybrain.parking.onboarding.figures.outcome.ReturnedFields;
import cn.citybrain.parking.onboarding.figures.outcome.StepTime;
import cn.citybrain.parking.onboarding.figures.outcome.StepTimes;
import cn.citybrain.parking.onboarding.figures.overview.Overview.Now;
import cn.citybrain.parking.onboarding.figures.overview.Overview.Past;
import cn.citybrain.parking.onboarding.figures.wait.WaitingCounts;
import cn.citybrain.parking.onboarding.figures.wait.WaitingFor;
import cn.citybrain.parking.onboarding.figures.wait.WaitingStep;
import cn.citybrain.parking.onboarding.process.standing.Failure;
import cn.citybrain.parking.onboarding.process.standing.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts what the page shows: ten statements, however much there is. What is everybody's is counted once for all who may see
 * it, what waits every five seconds at most, the rest every minute; a company's or a vendor's own is little.
 */
@Component
class OverviewFigures {

    private static final Duration NOW = Duration.ofSeconds(5);
    private static final Duration PAST = Duration.ofMinutes(1);
    private static final int EXPECTED = 20;
    private static final int FAILED = 100;

    private final WaitingCounts waiting;
    private final Failures failures;
    private final FirstPasses firstPasses;
    private final ReturnedFields returned;
    private final StepTimes times;
    private final FailedCharges failed;
    private final Forecasts forecasts;
    private final Kept<String, Counted<Now>> now;
    private final Kept<Period, Counted<Past>> past;
    private final Clock clock;

    OverviewFigures(
            WaitingCounts waiting,
            Failures failures,
            FirstPasses firstPasses,
            ReturnedFields returned,
            StepTimes times,
            FailedCharges failed,
            Forecasts forecasts,
            Clock clock) {
        this.waiting = waiting;
        this.failures = failures;
        this.firstPasses = firstPasses;
        this.returned = returned;
        this.times = times;
        this.failed = failed;
        this.forecasts = forecasts;
        this.now = new Kept<>(NOW, clock);
        this.past = new Kept<>(PAST, clock);
        this.clock = clock;
    }

    /** @param at when it was counted */
    record Counted<T>(T figures, Instant at) {}

    Counted<Overview> of(Scope scope, Period period) {
        Counted<Now> waits = scope.everything() ? now.of("all", () -> now(scope)) : now(scope);
        Counted<Past> over = scope.everything() ? past.of(period, () -> past(scope, period)) : past(scope, period);
        Instant oldest = waits.at().isBefore(over.at()) ? waits.at() : over.at();
        return new Counted<>(new Overview(waits.figures(), over.figures()), oldest);
    }

    private Counted<Now> now(Scope scope) {
        Instant at = clock.instant();
        List<Failure> stopped = scope.everything() ? failures.open() : List.of();
        List<WaitingStep> steps = waiting.of(scope, stopped);
        List<FailedStep> listed = scope.everything()
                ? stopped.stream().limit(FAILED).map(FailedStep::of).toList()
                : null;
        return new Counted<>(new Now(WaitingFor.of(steps), steps, listed), at);
    }

    private Counted<Past> past(Scope scope, Period period) {
        Instant at = clock.instant();
        Instant since = at.minus(Duration.ofDays(period.days()));
        boolean applications = scope.everything() || !scope.reach().tenants().isEmpty();
        List<StepTime> steps = applications ? times.since(since, scope) : null;
        return new Counted<>(
                new Past(
                        period.days(),
                        applications ? firstPasses.since(since, scope) : null,
                        applications ? returned.since(since, scope) : null,
                        applications ? PartyTime.of(steps) : null,
                        steps,
                        failed.since(since, scope),
                        applications ? forecasts.soonest(scope, EXPECTED) : null),
                at);
    }
}

package cn.citybrain.parking.onboarding.figures.forecast;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Kept;
import cn.citybrain.parking.onboarding.figures.count.Procedures;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.figures.forecast.RemainingTimes.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Foretells from what happened. An application that stands at a step for so long is compared with those that stood there at
 * least as long before they got on; where it stands at several steps, the one that promises its first live lot soonest counts.
 */
@Component
public class Forecasts {

    /** Fewer say nothing. */
    static final int FEWEST = 5;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final StandingSteps standing;
    private final RemainingTimes remaining;
    private final Kept<String, Map<Step, Remaining>> kept;
    private final Clock clock;

    Forecasts(StandingSteps standing, RemainingTimes remaining, Clock clock) {
        this.standing = standing;
        this.remaining = remaining;
        this.kept = new Kept<>(KEPT, clock);
        this.clock = clock;
    }

    /** Of one application; empty where too few went before it, or where it has a live lot already. */
    public Optional<Forecast> of(String applicationNo) {
        return soonest(standing.of(applicationNo)).stream().findFirst();
    }

    /** Of those that will be live first. */
    public List<Forecast> soonest(Scope scope, int most) {
        return soonest(standing.all(scope)).stream()
                .sorted(Comparator.comparing(Forecast::median).thenComparing(Forecast::applicationNo))
                .limit(most)
                .toList();
    }

    private Collection<Forecast> soonest(List<StandingStep> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        Map<Step, Remaining> known = kept.of("all", remaining::all);
        Instant now = clock.instant();
        return steps.stream()
                .flatMap(step -> forecast(step, known.get(step.step()), now).stream())
                .collect(Collectors.toMap(
                        Forecast::applicationNo,
                        forecast -> forecast,
                        BinaryOperator.minBy(Comparator.comparing(Forecast::median))))
                .values();
    }

    private static Optional<Forecast> forecast(StandingStep at, Remaining remaining, Instant now) {
        Channel channel = Procedures.channel(at.procedure());
        return Optional.ofNullable(remaining)
                .flatMap(known -> known.beyond(Duration.between(at.since(), now)))
                .filter(spread -> spread.applications() >= FEWEST)
                .map(spread -> new Forecast(
                        at.applicationNo(),
                        at.companyName(),
                        channel.code(),
                        channel.displayName(),
                        at.name(),
                        at.since().plus(spread.lower()),
                        at.since().plus(spread.median()),
                        at.since().plus(spread.upper()),
                        spread.applications()));
    }
}

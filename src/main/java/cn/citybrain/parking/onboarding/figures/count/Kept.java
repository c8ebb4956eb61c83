package cn.citybrain.parking.onboarding.audit.statistics;

import cn.citybrain.parking.onboarding.audit.statistics.Versions.Choice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps figures that took long to count: for sixty times as long, and an hour at most. They say when they were counted. What
 * takes less than a second is counted anew each time. Who asks while they are counted waits for them instead of counting too.
 */
@Component
class KeptFigures {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int TIMES = 60;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<Choice, Answer> answers = new ConcurrentHashMap<>();
    private final Clock clock;

    KeptFigures(Clock clock) {
        this.clock = clock;
    }

    DefinitionFigures of(Choice choice, Supplier<DefinitionFigures> counting) {
        return answers.computeIfAbsent(choice, any -> new Answer()).given(counting);
    }

    /** To one question: a new version of a process is another one. */
    private final class Answer {

        private DefinitionFigures figures;
        private Instant until = Instant.MIN;

        private synchronized DefinitionFigures given(Supplier<DefinitionFigures> counting) {
            if (clock.instant().isBefore(until)) {
                return figures;
            }
            long start = System.nanoTime();
            DefinitionFigures counted = counting.get();
            Optional<Duration> kept = keptFor(Duration.ofNanos(System.nanoTime() - start));
            figures = kept.isPresent() ? counted : null;
            until = kept.map(clock.instant()::plus).orElse(Instant.MIN);
            return counted;
        }
    }

    /** Empty where it is not worth it. */
    static Optional<Duration> keptFor(Duration counting) {
        if (counting.compareTo(LONG) < 0) {
            return Optional.empty();
        }
        Duration wished = counting.multipliedBy(TIMES);
        return Optional.of(wished.compareTo(LONGEST) < 0 ? wished : LONGEST);
    }
}

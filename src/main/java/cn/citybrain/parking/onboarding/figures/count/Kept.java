package cn.citybrain.parking.onboarding.figures.count;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps figures that took long to count: for sixty times as long, and an hour at most. What takes less than a second is kept
 * for the shortest time that was agreed on, which may be none. Who asks while they are counted waits for them instead of
 * counting too.
 *
 * @param <Q> the question; there are few of them, for nothing is ever forgotten
 * @param <F> the figures; they say themselves when they were counted
 */
public final class Kept<Q, F> {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int TIMES = 60;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<Q, Answer> answers = new ConcurrentHashMap<>();
    private final Duration shortest;
    private final Clock clock;

    /** @param shortest how long what was quickly counted is kept; zero: it is counted anew each time */
    public Kept(Duration shortest, Clock clock) {
        this.shortest = shortest;
        this.clock = clock;
    }

    public F of(Q question, Supplier<F> counting) {
        return answers.computeIfAbsent(question, any -> new Answer()).given(counting);
    }

    private final class Answer {

        private F figures;
        private Instant from = Instant.MAX;
        private Instant until = Instant.MIN;

        private synchronized F given(Supplier<F> counting) {
            Instant now = clock.instant();
            if (!now.isBefore(from) && now.isBefore(until)) {
                return figures;
            }
            long start = System.nanoTime();
            F counted = counting.get();
            Duration time = keptFor(Duration.ofNanos(System.nanoTime() - start), shortest);
            figures = time.isZero() ? null : counted;
            from = clock.instant();
            until = from.plus(time);
            return counted;
        }
    }

    static Duration keptFor(Duration counting, Duration shortest) {
        if (counting.compareTo(LONG) < 0) {
            return shortest;
        }
        Duration wished = counting.multipliedBy(TIMES);
        Duration most = wished.compareTo(LONGEST) < 0 ? wished : LONGEST;
        return most.compareTo(shortest) < 0 ? shortest : most;
    }
}

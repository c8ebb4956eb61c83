package cn.citybrain.parking.onboarding.figures.count;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How long figures are worth keeping. */
class KeptTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void keepsWhatTookLongForSixtyTimesAsLong() {
        assertThat(Kept.keptFor(Duration.ofSeconds(5), Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void countsAnewWhatIsCountedAtOnce() {
        assertThat(Kept.keptFor(Duration.ofMillis(999), Duration.ZERO)).isZero();
    }

    @Test
    void keepsNothingLongerThanAnHour() {
        assertThat(Kept.keptFor(Duration.ofMinutes(3), Duration.ZERO)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void keepsWhatManyAskForAtLeastAsLongAsAgreed() {
        assertThat(Kept.keptFor(Duration.ofMillis(1), MINUTE)).isEqualTo(MINUTE);
        assertThat(Kept.keptFor(Duration.ofSeconds(2), Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void countsOnceForAllWhoAskMeanwhile() {
        Kept<String, Integer> kept = new Kept<>(MINUTE, clock);
        assertThat(kept.of("a", counted::incrementAndGet)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(kept.of("a", counted::incrementAndGet)).isEqualTo(1);
        assertThat(kept.of("b", counted::incrementAndGet))
                .as("another question")
                .isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(kept.of("a", counted::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void believesNothingFromTheFuture() {
        Kept<String, Integer> kept = new Kept<>(MINUTE, clock);
        kept.of("a", counted::incrementAndGet);
        clock.advance(Duration.ofMinutes(-10));
        assertThat(kept.of("a", counted::incrementAndGet))
                .as("the clock was set back")
                .isEqualTo(2);
    }
}

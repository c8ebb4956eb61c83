package cn.citybrain.parking.onboarding.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long figures are worth keeping. */
class KeptFiguresTest {

    @Test
    void keepsWhatTookLongForSixtyTimesAsLong() {
        assertThat(KeptFigures.keptFor(Duration.ofSeconds(5))).contains(Duration.ofMinutes(5));
    }

    @Test
    void countsAnewWhatIsCountedAtOnce() {
        assertThat(KeptFigures.keptFor(Duration.ofMillis(999))).isEmpty();
    }

    @Test
    void keepsNothingLongerThanAnHour() {
        assertThat(KeptFigures.keptFor(Duration.ofMinutes(3))).contains(Duration.ofHours(1));
    }
}

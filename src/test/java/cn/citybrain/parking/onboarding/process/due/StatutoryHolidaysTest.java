package cn.citybrain.parking.onboarding.process.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatutoryHolidaysTest {

    @Test
    void areThirteenDaysOf2027() {
        assertThat(DaysText.write(StatutoryHolidays.of(2027)))
                .isEqualTo("2027-01-01,2027-02-05/2027-02-08,2027-04-05,2027-05-01/2027-05-02,2027-06-09,2027-09-15,"
                        + "2027-10-01/2027-10-03");
        assertThat(StatutoryHolidays.of(2027)).hasSize(13);
    }

    /** What was announced for 2025 and 2026 holds all of them. */
    @Test
    void areInWhatWasAnnounced() {
        assertThat(DaysText.read(
                        2026, "01-01/01-03,02-15/02-23,04-04/04-06,05-01/05-05,06-19/06-21,09-25/09-27,10-01/10-07"))
                .containsAll(StatutoryHolidays.of(2026));
        assertThat(DaysText.read(2025, "01-01,01-28/02-04,04-04/04-06,05-01/05-05,05-31/06-02,10-01/10-08"))
                .containsAll(StatutoryHolidays.of(2025));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2031-01-01", "2055-05-01", "2055-10-01", "2028-04-04", "2040-02-11"})
    void needNoAnnouncement(LocalDate day) {
        assertThat(StatutoryHolidays.is(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-02", "2027-02-04", "2027-02-09", "2027-04-04", "2027-05-03", "2027-10-04"})
    void areNoOtherDays(LocalDate day) {
        assertThat(StatutoryHolidays.is(day)).isFalse();
    }
}

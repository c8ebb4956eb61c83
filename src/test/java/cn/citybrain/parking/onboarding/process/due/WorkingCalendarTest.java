package cn.citybrain.parking.onboarding.process.due;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnboardingTest
class WorkingCalendarTest {

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    DueDates dueDates;

    @Autowired
    TestClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02,false", "2026-01-04,true", "2026-01-05,true", "2026-02-14,true", "2026-02-15,false",
        "2026-02-23,false", "2026-02-28,true", "2026-04-06,false", "2026-05-05,false", "2026-05-09,true",
        "2026-06-19,false", "2026-09-20,true", "2026-09-25,false", "2026-10-07,false", "2026-10-10,true",
        "2026-11-21,false", "2026-11-23,true"
    })
    void knowsTheHolidaysAndTheMakeUpDaysOf2026(LocalDate day, boolean worked) {
        assertThat(calendar.isWorked(day)).isEqualTo(worked);
    }

    @Test
    void countsAcrossTheNationalHoliday() {
        assertThat(calendar.plus(LocalDate.of(2026, 9, 30), 3)).isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void countsByWeekendsInAYearThatIsMissing() {
        assertThat(calendar.knows(2031)).isFalse();
        assertThat(calendar.plus(LocalDate.of(2031, 1, 3), 1)).isEqualTo(LocalDate.of(2031, 1, 6));
    }

    @Test
    void endsADueDateWithTheWorkingDayInHangzhou() {
        clock.set(Instant.parse("2026-11-27T02:00:00Z"));
        assertThat(dueDates.workingDays(2)).isEqualTo(Date.from(Instant.parse("2026-12-01T10:00:00Z")));
        assertThat(dueDates.reminder(2)).isEqualTo(Date.from(Instant.parse("2026-11-30T01:00:00Z")));
    }
}

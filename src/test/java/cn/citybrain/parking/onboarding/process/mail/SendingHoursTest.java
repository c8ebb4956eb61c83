package cn.citybrain.parking.onboarding.process.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingHoursTest {

    private static final ZoneId HANGZHOU = ZoneId.of("Asia/Shanghai");

    private final SendingHours hours = new SendingHours(
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY,
            Clock.fixed(Instant.EPOCH, HANGZHOU));

    /** 2026-11-27 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:20, 2026-11-27T11:00",
        "2026-11-27T11:00, 2026-11-27T12:00",
        "2026-11-27T03:00, 2026-11-27T09:00",
        "2026-11-27T08:30, 2026-11-27T09:00",
        "2026-11-27T17:59, 2026-11-27T18:00",
        "2026-11-27T18:00, 2026-11-30T09:00",
        "2026-11-26T23:30, 2026-11-27T09:00",
        "2026-11-28T12:00, 2026-11-30T09:00",
        "2026-11-29T23:59, 2026-11-30T09:00"
    })
    void areTheFullHoursOfAWorkingDay(LocalDateTime after, LocalDateTime next) {
        assertThat(hours.next(after.atZone(HANGZHOU).toInstant()))
                .isEqualTo(next.atZone(HANGZHOU).toInstant());
    }
}

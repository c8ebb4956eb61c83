package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.application.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** When collected mails go out: at each full hour from 9:00 to 18:00 of a working day, Hangzhou's time. */
@Component
class SendingHours {

    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final LocalTime LAST = LocalTime.of(18, 0);

    private final WorkingDays days;
    private final Clock clock;

    SendingHours(WorkingDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** The first such hour after a moment. */
    Instant next(Instant after) {
        ZonedDateTime hour =
                after.atZone(clock.getZone()).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        while (hour.toLocalTime().isAfter(LAST) || !days.isWorked(hour.toLocalDate())) {
            hour = first(hour.toLocalDate().plusDays(1));
        }
        ZonedDateTime first = first(hour.toLocalDate());
        return (hour.isBefore(first) ? first : hour).toInstant();
    }

    private ZonedDateTime first(LocalDate day) {
        return day.atTime(FIRST).atZone(clock.getZone());
    }
}

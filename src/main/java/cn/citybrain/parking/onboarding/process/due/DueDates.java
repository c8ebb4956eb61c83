package cn.citybrain.parking.onboarding.process.due;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Due dates in working days, for the expressions of the models. */
@Component("dueDates")
public class DueDates {

    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);
    private static final LocalTime START_OF_WORK = LocalTime.of(9, 0);

    private final WorkingCalendar calendar;
    private final Clock clock;

    DueDates(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The end of work of the n-th working day after today. */
    public Date workingDays(int days) {
        return at(days, END_OF_WORK);
    }

    /** When to remind of something due in n working days: in the morning of the working day before, or of the day itself. */
    public Date reminder(int days) {
        return at(Math.max(1, days - 1), START_OF_WORK);
    }

    private Date at(int days, LocalTime time) {
        LocalDate day = calendar.plus(LocalDate.now(clock), days);
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
    }
}

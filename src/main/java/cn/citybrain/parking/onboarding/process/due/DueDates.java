package cn.citybrain.parking.onboarding.process.due;

import java.time.Clock;
import java.time.Instant;
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

    /** The end of work of the n-th working day after the day of a moment. */
    public Instant workingDaysAfter(Instant moment, int days) {
        return at(calendar.plus(day(moment), days), END_OF_WORK).toInstant();
    }

    /** The end of work of a day. */
    public Instant endOf(LocalDate day) {
        return at(day, END_OF_WORK).toInstant();
    }

    /** The start of work of the day of a moment. */
    public Instant morningOf(Instant moment) {
        return at(day(moment), START_OF_WORK).toInstant();
    }

    /** How many working days lie between two moments: at least one. */
    public int between(Instant from, Instant to) {
        int days = 0;
        for (LocalDate day = day(from); day.isBefore(day(to)); ) {
            day = day.plusDays(1);
            days += calendar.isWorked(day) ? 1 : 0;
        }
        return Math.max(1, days);
    }

    private Date at(int days, LocalTime time) {
        return at(calendar.plus(LocalDate.now(clock), days), time);
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}

package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.application.WorkingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Which days are worked: Monday to Friday, without public holidays, with make-up working days (调休上班). What a supervisor entered
 * for a year counts before what the settings say; the holidays that the law fixes count in every year.
 */
@NamedInterface("services")
@Component
@EnableConfigurationProperties(CalendarSettings.class)
public class WorkingCalendar implements WorkingDays {

    private final Map<Integer, Announcement> configured = new TreeMap<>();
    private final Announcements entered;
    private final Clock clock;

    WorkingCalendar(CalendarSettings settings, Announcements entered, Clock clock) {
        settings.daysOff()
                .forEach((year, days) -> configured.put(
                        year,
                        new Announcement(
                                year,
                                days(year, days),
                                days(year, settings.makeUpDays().getOrDefault(year, List.of())),
                                null,
                                null)));
        this.entered = entered;
        this.clock = clock;
    }

    @Override
    public boolean isWorked(LocalDate day) {
        if (announced(day, Announcement::makeUpDays)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !StatutoryHolidays.is(day) && !announced(day, Announcement::daysOff);
    }

    /** The days around New Year may be in the announcement of the year that begins. */
    private boolean announced(LocalDate day, Function<Announcement, Set<LocalDate>> which) {
        return Stream.of(day.getYear(), day.getYear() + 1)
                .flatMap(year -> of(year).stream())
                .anyMatch(year -> which.apply(year).contains(day));
    }

    /** Whether the announcement of a year is known. */
    public boolean knows(int year) {
        return of(year).isPresent();
    }

    /** The year whose announcement somebody has to enter: this year, and from 1 December on the coming one; empty if none. */
    public Optional<Integer> lacking() {
        LocalDate today = LocalDate.now(clock);
        int last = today.getMonth() == Month.DECEMBER ? today.getYear() + 1 : today.getYear();
        return Stream.of(today.getYear(), last).filter(year -> !knows(year)).findFirst();
    }

    Optional<Announcement> of(int year) {
        return entered.of(year).or(() -> Optional.ofNullable(configured.get(year)));
    }

    /** The n-th working day after a day; the day itself for 0. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate result = day;
        for (int left = workingDays; left > 0; ) {
            result = result.plusDays(1);
            left -= isWorked(result) ? 1 : 0;
        }
        return result;
    }

    private static Set<LocalDate> days(int year, List<String> written) {
        return DaysText.read(year, String.join(",", written));
    }
}

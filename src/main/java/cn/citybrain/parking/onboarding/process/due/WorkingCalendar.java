package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.application.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Which days are worked: Monday to Friday, without public holidays, with make-up working days (调休上班). */
@Component
@EnableConfigurationProperties(CalendarSettings.class)
public class WorkingCalendar implements WorkingDays {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingCalendar.class);

    private final Set<LocalDate> off;
    private final Set<LocalDate> madeUp;
    private final Set<Integer> years;
    private final Set<Integer> warned = ConcurrentHashMap.newKeySet();

    WorkingCalendar(CalendarSettings settings) {
        this.off = days(settings.daysOff());
        this.madeUp = days(settings.makeUpDays());
        this.years = settings.daysOff().keySet();
    }

    @Override
    public boolean isWorked(LocalDate day) {
        if (!knows(day.getYear()) && warned.add(day.getYear())) {
            LOG.warn("no public holidays are configured for {}: due dates count its weekends only", day.getYear());
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return madeUp.contains(day) || !weekend && !off.contains(day);
    }

    /** Whether the holidays of a year are configured. */
    public boolean knows(int year) {
        return years.contains(year);
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

    private static Set<LocalDate> days(Map<Integer, List<String>> byYear) {
        return byYear.entrySet().stream()
                .flatMap(year -> year.getValue().stream().flatMap(text -> range(year.getKey(), text)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> range(int year, String text) {
        String[] ends = text.strip().split("/");
        LocalDate first = LocalDate.parse(year + "-" + ends[0]);
        return first.datesUntil(
                LocalDate.parse(year + "-" + ends[ends.length - 1]).plusDays(1));
    }
}

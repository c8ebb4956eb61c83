package cn.citybrain.parking.onboarding.process.due;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days that the State Council's 全国年节及纪念日放假办法 (as of 2025) fixes for every year, before anything is announced: 元旦,
 * 春节 from its eve to the third day, 清明, 劳动节, 端午, 中秋, 国庆节. What is given for one that falls on a weekend, and the weekends that
 * are worked for longer holidays, are in each year's announcement only.
 */
final class StatutoryHolidays {

    private static final List<MonthDay> SOLAR = Stream.of(
                    "--01-01", "--05-01", "--05-02", "--10-01", "--10-02", "--10-03")
            .map(MonthDay::parse)
            .toList();

    /**
     * First day of the lunar year, 端午 (5/5) and 中秋 (8/15). Computed from new moons at Beijing time, and equal to the published
     * tables of the lunar calendar.
     */
    private static final Map<Integer, List<String>> LUNAR = Map.ofEntries(
            Map.entry(2025, List.of("01-29", "05-31", "10-06")),
            Map.entry(2026, List.of("02-17", "06-19", "09-25")),
            Map.entry(2027, List.of("02-06", "06-09", "09-15")),
            Map.entry(2028, List.of("01-26", "05-28", "10-03")),
            Map.entry(2029, List.of("02-13", "06-16", "09-22")),
            Map.entry(2030, List.of("02-03", "06-05", "09-12")),
            Map.entry(2031, List.of("01-23", "06-24", "10-01")),
            Map.entry(2032, List.of("02-11", "06-12", "09-19")),
            Map.entry(2033, List.of("01-31", "06-01", "09-08")),
            Map.entry(2034, List.of("02-19", "06-20", "09-27")),
            Map.entry(2035, List.of("02-08", "06-10", "09-16")),
            Map.entry(2036, List.of("01-28", "05-30", "10-04")),
            Map.entry(2037, List.of("02-15", "06-18", "09-24")),
            Map.entry(2038, List.of("02-04", "06-07", "09-13")),
            Map.entry(2039, List.of("01-24", "05-27", "10-02")),
            Map.entry(2040, List.of("02-12", "06-14", "09-20")));

    private static final int EVE = -1;
    private static final int THIRD_DAY = 2;

    private StatutoryHolidays() {}

    static boolean is(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    /** Of a year of this century, in order; the lunar ones as far as the table goes. */
    static Set<LocalDate> of(int year) {
        Set<LocalDate> days = new TreeSet<>();
        SOLAR.forEach(day -> days.add(day.atYear(year)));
        days.add(qingming(year));
        List<String> lunar = LUNAR.getOrDefault(year, List.of());
        if (!lunar.isEmpty()) {
            LocalDate newYear = LocalDate.parse(year + "-" + lunar.get(0));
            IntStream.rangeClosed(EVE, THIRD_DAY).forEach(after -> days.add(newYear.plusDays(after)));
            lunar.stream().skip(1).forEach(day -> days.add(LocalDate.parse(year + "-" + day)));
        }
        return days;
    }

    /** The day on which the sun stands at 15 degrees; the usual formula of the 21st century. */
    private static LocalDate qingming(int year) {
        int inCentury = year % 100;
        return LocalDate.of(year, 4, (int) (inCentury * 0.2422 + 4.81) - inCentury / 4);
    }
}

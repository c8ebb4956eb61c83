package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.words.Typed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of a year as announcements and people write them: 1月1日至3日、2月5日至2月11日, 01-01/01-03,02-05/02-11, 2027.1.1—2027.1.3.
 * What stands in brackets (周六) is passed over.
 */
final class DaysText {

    private static final Pattern BRACKETS = Pattern.compile("[(（][^)）]*[)）]");
    private static final Pattern BETWEEN = Pattern.compile("[,，、;；\\n。]+");
    private static final Pattern ENDS = Pattern.compile("至|到|~|～|—+|–|/(?=\\d{1,2}[-.])|/(?=\\d{4})");
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})[-./年])?(?:(\\d{1,2})[-./月])?(\\d{1,2})[日号]?");

    /** Between digits they part two numbers: 10-1 2 is not the twelfth. */
    private static final Pattern BLANKS = Pattern.compile("(?<!\\d)\\s+|\\s+(?!\\d)");

    private static final int LONGEST_RANGE = 20;

    private DaysText() {}

    /** @throws IllegalArgumentException in Chinese, naming what is no day */
    static Set<LocalDate> read(int year, String text) {
        Set<LocalDate> days = new TreeSet<>();
        for (String part : BETWEEN.split(BRACKETS.matcher(Typed.lines(text)).replaceAll(""))) {
            if (!part.isBlank()) {
                days.addAll(range(year, BLANKS.matcher(part).replaceAll("")));
            }
        }
        return days;
    }

    /** Ranges in order, {@code 2027-01-01/2027-01-03,2027-02-05/2027-02-11}. */
    static String write(Set<LocalDate> days) {
        List<String> ranges = new ArrayList<>();
        LocalDate first = null;
        LocalDate last = null;
        for (LocalDate day : new TreeSet<>(days)) {
            if (first != null && !day.equals(last.plusDays(1))) {
                ranges.add(range(first, last));
                first = null;
            }
            first = first == null ? day : first;
            last = day;
        }
        if (first != null) {
            ranges.add(range(first, last));
        }
        return String.join(",", ranges);
    }

    private static String range(LocalDate first, LocalDate last) {
        return first.equals(last) ? first.toString() : first + "/" + last;
    }

    private static List<LocalDate> range(int year, String part) {
        String[] ends = ENDS.split(part, 2);
        LocalDate first = day(ends[0], LocalDate.of(year, 1, 1), part);
        LocalDate last = ends.length == 1 ? first : day(ends[1], first, part);
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_RANGE))) {
            throw new IllegalArgumentException("“" + part + "”的先后不对，或者太长，请核对");
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static LocalDate day(String written, LocalDate like, String part) {
        Matcher day = DAY.matcher(written);
        if (day.matches()) {
            try {
                return LocalDate.of(
                        day.group(1) == null ? like.getYear() : Integer.parseInt(day.group(1)),
                        day.group(2) == null ? like.getMonthValue() : Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(3)));
            } catch (DateTimeException noSuchDay) {
                // said below
            }
        }
        throw new IllegalArgumentException("“" + part + "”不是日期，请写成“1月1日至3日”或“01-01/01-03”，用逗号或换行隔开");
    }
}

package cn.citybrain.parking.onboarding.process.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a supervisor typed of an announcement, checked against what is certain without it. */
record EnteredHolidays(String daysOff, String makeUpDays) {

    private static final int MOST_DAYS_OFF = 60;
    private static final int MOST_MAKE_UP_DAYS = 15;

    /** What was typed, and what is wrong with it by field, Chinese. */
    record Read(Set<LocalDate> daysOff, Set<LocalDate> makeUpDays, Map<String, String> faults) {}

    Read read(int year) {
        Map<String, String> faults = new LinkedHashMap<>();
        Set<LocalDate> off = days(year, "daysOff", daysOff, faults);
        Set<LocalDate> worked = days(year, "makeUpDays", makeUpDays, faults);
        Set<LocalDate> missing = new TreeSet<>(StatutoryHolidays.of(year));
        missing.removeAll(off);
        if (off.isEmpty()) {
            faults.putIfAbsent("daysOff", "请填写放假日期");
        } else if (!missing.isEmpty()) {
            faults.putIfAbsent("daysOff", "放假日期里没有法定节假日 " + spoken(missing) + "，请对照通知核对");
        } else if (off.size() > MOST_DAYS_OFF) {
            faults.putIfAbsent("daysOff", "放假日期一共 " + off.size() + " 天，太多了，请对照通知核对");
        }
        Set<LocalDate> weekdays = new TreeSet<>(worked);
        weekdays.removeIf(EnteredHolidays::isWeekend);
        Set<LocalDate> both = new TreeSet<>(worked);
        both.retainAll(off);
        if (!weekdays.isEmpty()) {
            faults.putIfAbsent("makeUpDays", spoken(weekdays) + " 不是周末，不需要调休上班，请核对");
        } else if (!both.isEmpty()) {
            faults.putIfAbsent("makeUpDays", spoken(both) + " 又放假又上班，请核对");
        } else if (worked.size() > MOST_MAKE_UP_DAYS) {
            faults.putIfAbsent("makeUpDays", "调休上班日一共 " + worked.size() + " 天，太多了，请对照通知核对");
        }
        return new Read(off, worked, faults);
    }

    /** Of the year itself, or of the last week before it. */
    private static Set<LocalDate> days(int year, String field, String text, Map<String, String> faults) {
        try {
            Set<LocalDate> days = DaysText.read(year, text);
            Set<LocalDate> outside = new TreeSet<>(days);
            outside.removeIf(day -> day.getYear() == year
                    || day.getYear() == year - 1 && day.getMonthValue() == 12 && day.getDayOfMonth() > 20);
            if (!outside.isEmpty()) {
                faults.put(field, spoken(outside) + " 不在 " + year + " 年，请核对年份");
            }
            return days;
        } catch (IllegalArgumentException unreadable) {
            faults.put(field, unreadable.getMessage());
            return Set.of();
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String spoken(Set<LocalDate> days) {
        return days.stream()
                .map(day -> day.getMonthValue() + "月" + day.getDayOfMonth() + "日")
                .collect(Collectors.joining("、"));
    }
}

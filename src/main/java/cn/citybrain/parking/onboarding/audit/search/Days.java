package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.audit.Unclear;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Days of the calendar in Hangzhou. */
final class Days {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private Days() {}

    /**
     * @param day {@code 2026-11-29}; null or empty for none
     * @return null for none
     * @throws Unclear if it is no day
     */
    static LocalDate read(String field, String day) {
        String text = Typed.code(day);
        if (text.isEmpty()) {
            return null;
        }
        return Typed.day(day)
                .filter(read -> read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR)
                .orElseThrow(() -> new Unclear(field, "日期“" + text + "”无效，请按 2026-11-29 的格式填写"));
    }

    static OffsetDateTime begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    /** The first moment after it. */
    static OffsetDateTime end(LocalDate day, ZoneId zone) {
        return begin(day.plusDays(1), zone);
    }
}

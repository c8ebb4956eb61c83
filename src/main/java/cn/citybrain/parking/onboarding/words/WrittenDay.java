package cn.citybrain.parking.onboarding.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times as people write them; year, month, day in this order only. */
final class WrittenDay {

    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})[日号]?)|(\\d{4})(\\d{2})(\\d{2})");

    /** What spreadsheets put behind a day. Its blank tells the day's end: 2015-6-1 00:00 is not the tenth. */
    private static final Pattern MIDNIGHT = Pattern.compile("(?:\\s*T\\s*|\\s+|(?<=[日号]))0{1,2}:00(:00)?(\\.0+)?$");

    private static final Pattern TIME =
            Pattern.compile("(上午|早上|下午|晚上)?(\\d{1,2})(?:[:点时](?:(\\d{1,2})分?|(半))?(?::00)?)");

    private WrittenDay() {}

    /** @param ordinary letters, digits and blanks */
    static Optional<LocalDate> read(String ordinary) {
        String code = MIDNIGHT.matcher(ordinary).replaceFirst("");
        Matcher parts = DAY.matcher(Spelling.compact(code));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = parts.group(1) == null ? 7 : 1;
        int month = year == 7 ? 8 : parts.group(3) == null ? 5 : 3;
        try {
            return Optional.of(LocalDate.of(part(parts, year), part(parts, month), part(parts, month + 1)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @param code without blanks */
    static Optional<LocalTime> time(String code) {
        Matcher parts = TIME.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = part(parts, 2);
        boolean afternoon = parts.group(1) != null && "下午晚上".contains(parts.group(1)) && hour < 12;
        int minute = parts.group(4) != null ? 30 : parts.group(3) == null ? 0 : part(parts, 3);
        try {
            return Optional.of(LocalTime.of(afternoon ? hour + 12 : hour, minute));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}

package cn.citybrain.parking.onboarding.parking.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of the interface: {@code yyyy-MM-dd HH:mm:ss} or {@code yyyyMMddHHmmss}, Asia/Shanghai, in whole seconds. Clients also
 * send fractions of a second ({@code .0}), {@code T} between date and time, slashes, milliseconds without a separator, and an
 * offset: all are read, and what is below a second is dropped.
 */
public final class LotTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final String OFFSET = " ?(Z|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern SEPARATED = Pattern.compile(
            "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[T ] ?(\\d{1,2}):(\\d{2}):(\\d{2})(?:[.,]\\d{1,9})?" + OFFSET);
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T?(\\d{2})(\\d{2})(\\d{2})(?:\\d{3}|[.,]\\d{1,9})?" + OFFSET);

    private LotTime() {}

    /** @throws DateTimeException if it is in none of these forms, no date of the calendar, or of another century */
    public static Instant read(String text) {
        Matcher read = SEPARATED.matcher(text);
        if (!read.matches() && !(read = COMPACT.matcher(text)).matches()) {
            throw new DateTimeException("no time of the interface");
        }
        LocalDateTime time = LocalDateTime.of(
                part(read, 1), part(read, 2), part(read, 3), part(read, 4), part(read, 5), part(read, 6));
        if (time.getYear() < 2000 || time.getYear() > 2099) {
            throw new DateTimeException("not in this century");
        }
        String offset = read.group(7);
        return offset == null
                ? time.atZone(ZONE).toInstant()
                : time.toInstant(offset.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(offset));
    }

    private static int part(Matcher read, int group) {
        return Integer.parseInt(read.group(group));
    }

    public static String write(Instant instant) {
        return SPACED.format(instant.atZone(ZONE));
    }
}

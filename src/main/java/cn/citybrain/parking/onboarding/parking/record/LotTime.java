package cn.citybrain.parking.onboarding.parking.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Times of the interface: {@code yyyy-MM-dd HH:mm:ss} or {@code yyyyMMddHHmmss}, Asia/Shanghai. */
public final class LotTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SPACED = strict("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter COMPACT = strict("uuuuMMddHHmmss");

    private LotTime() {}

    /** @throws DateTimeException if it is in neither form, no date of the calendar, or of another century */
    public static Instant read(String text) {
        LocalDateTime time = LocalDateTime.parse(text, text.indexOf('-') > 0 ? SPACED : COMPACT);
        if (time.getYear() < 2000 || time.getYear() > 2099) {
            throw new DateTimeException("not in this century");
        }
        return time.atZone(ZONE).toInstant();
    }

    public static String write(Instant instant) {
        return SPACED.format(instant.atZone(ZONE));
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}

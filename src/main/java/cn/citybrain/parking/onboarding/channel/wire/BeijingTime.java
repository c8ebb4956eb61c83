package cn.citybrain.parking.onboarding.channel.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the channels write them: Beijing's, in a notation of each channel. */
public final class BeijingTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DateTimeFormatter notation;

    /** @param pattern of {@link DateTimeFormatter} */
    public BeijingTime(String pattern) {
        this.notation = DateTimeFormatter.ofPattern(pattern).withZone(ZONE);
    }

    public String text(Instant instant) {
        return notation.format(instant);
    }

    /** @throws java.time.DateTimeException if it is no time in this notation */
    public Instant instant(String text) {
        return LocalDateTime.parse(text, notation).atZone(ZONE).toInstant();
    }

    /** RFC 3339 with Beijing's offset. */
    public static String rfc3339(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(ZONE).toOffsetDateTime());
    }
}

package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Alipay's {@code yyyy-MM-dd HH:mm:ss}, always in Beijing. */
public final class BeijingTime {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private BeijingTime() {}

    public static String text(Instant instant) {
        return FORMAT.format(instant.atOffset(BEIJING));
    }

    /** @throws DateTimeException if it is none */
    static Instant instant(String text) {
        return LocalDateTime.parse(text, FORMAT).toInstant(BEIJING);
    }
}

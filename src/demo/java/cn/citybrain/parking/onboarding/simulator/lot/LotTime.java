package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as lots write them, in Asia/Shanghai. */
final class LotTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE);

    private LotTime() {}

    static String text(Instant instant) {
        return TEXT.format(instant);
    }

    static String digits(Instant instant) {
        return DIGITS.format(instant);
    }
}

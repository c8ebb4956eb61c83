package cn.citybrain.parking.onboarding.watch.health;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Moments as people in Hangzhou read them. */
final class Since {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Since() {}

    static String of(Instant moment, Clock clock) {
        return SECOND.withZone(clock.getZone()).format(moment);
    }
}

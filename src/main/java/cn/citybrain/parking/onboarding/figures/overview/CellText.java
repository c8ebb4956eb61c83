package cn.citybrain.parking.onboarding.figures.overview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What stands in a cell. */
final class CellText {

    private final DateTimeFormatter minute;

    CellText(ZoneId zone) {
        minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    String of(Object value) {
        if (value instanceof Instant at) {
            return minute.format(at);
        }
        return String.valueOf(value instanceof Hours hours ? hours.number() : value);
    }
}

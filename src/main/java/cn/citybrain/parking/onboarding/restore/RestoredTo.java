package cn.citybrain.parking.onboarding.restore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Setting {@code onboarding.restored-to}: the moment of the backup, with its offset. */
final class RestoredTo {

    private RestoredTo() {}

    /** @throws IllegalStateException in Chinese: it is not a moment, or one that has not come yet */
    static Instant parse(String text, Instant now) {
        Instant moment;
        try {
            moment = OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "onboarding.restored-to 须是备份的时刻并带时区，例如 2026-11-24T10:00:00+08:00，现在是: " + text, e);
        }
        if (moment.isAfter(now)) {
            throw new IllegalStateException("onboarding.restored-to 不能晚于现在: " + text);
        }
        return moment;
    }
}

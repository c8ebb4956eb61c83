package cn.citybrain.parking.onboarding.restore;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A backup that was restored. What was done between the two moments is lost in this database, but happened outside.
 *
 * @param restoredTo moment of the backup
 * @param noticedAt nobody sent anything for a while before it: every node was stopped
 * @param openItems what is still compared with the channels, -1 before it was counted
 * @param finishedAt when all was compared, null before
 */
public record Restore(long id, Instant restoredTo, Instant noticedAt, int openItems, Instant finishedAt) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    public boolean finished() {
        return finishedAt != null;
    }

    /** From when to when the records are lost, for people. */
    public String lostTime() {
        return MINUTES.format(restoredTo) + " 至 " + MINUTES.format(noticedAt);
    }
}

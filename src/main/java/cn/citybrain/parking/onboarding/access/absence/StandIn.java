package cn.citybrain.parking.onboarding.access.absence;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * Somebody does another one's tasks for a while.
 *
 * @param absent user id of whose tasks they are
 * @param deputy user id of who does them
 * @param from first day, Asia/Shanghai
 * @param until last day, Asia/Shanghai
 * @param reason may be empty
 * @param appointedBy user id
 * @param endedAt before its time; null while it was not
 * @param endedWhy Chinese, null while it was not
 */
@NamedInterface("services")
public record StandIn(
        long id,
        String absent,
        String deputy,
        LocalDate from,
        LocalDate until,
        String reason,
        String appointedBy,
        Instant endedAt,
        String endedWhy) {

    /** Chinese: 2026-12-01 至 2026-12-05. */
    public String days() {
        return from + " 至 " + until;
    }

    boolean isOver(LocalDate today) {
        return endedAt != null || until.isBefore(today);
    }
}

package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.notification.Mailer.Occasion;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the outbox that wait for the full hour. */
@Component
class CollectedMails {

    static final String STATE = "COLLECTED";

    /** @param due of the task, null for none */
    record Collected(
            long id, String recipient, String subject, String body, String taskId, Occasion occasion, Instant due) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CollectedMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Oldest first. */
    List<Collected> due() {
        return jdbc.sql("SELECT id, recipient, subject, body, task_id, occasion, task_due_at FROM mail"
                        + " WHERE state = 'COLLECTED' AND next_attempt_at <= ? ORDER BY id")
                .param(SqlTime.of(clock.instant()))
                .query((row, n) -> new Collected(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("task_id"),
                        Occasion.valueOf(row.getString("occasion")),
                        SqlTime.read(row, "task_due_at")))
                .list();
    }

    /** The mail that the others go out with. @throws DuplicateKeyException if there is one of this key */
    long add(String key, String to, String subject, String body) {
        OffsetDateTime now = SqlTime.of(clock.instant());
        jdbc.sql("INSERT INTO mail (dedupe_key, recipient, subject, body, state, attempts, next_attempt_at, created_at)"
                        + " VALUES (?, ?, ?, ?, 'WAITING', 0, ?, ?)")
                .params(key, to, subject, body, now, now)
                .update();
        return jdbc.sql("SELECT id FROM mail WHERE dedupe_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** @return whether all of them were still waiting */
    boolean wentWith(long digest, Collection<Long> ids) {
        return jdbc.sql("UPDATE mail SET state = 'DIGESTED', sent_at = :now, digest_id = :digest"
                                + " WHERE id IN (:ids) AND state = 'COLLECTED'")
                        .param("now", SqlTime.of(clock.instant()))
                        .param("digest", digest)
                        .param("ids", ids)
                        .update()
                == ids.size();
    }

    /** Nobody needs them any more. */
    void dropped(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("UPDATE mail SET state = 'OBSOLETE' WHERE id IN (:ids) AND state = 'COLLECTED'")
                    .param("ids", ids)
                    .update();
        }
    }

    void postponed(Collection<Long> ids, Instant until) {
        jdbc.sql("UPDATE mail SET next_attempt_at = :until WHERE id IN (:ids) AND state = 'COLLECTED'")
                .param("until", SqlTime.of(until))
                .param("ids", ids)
                .update();
    }
}

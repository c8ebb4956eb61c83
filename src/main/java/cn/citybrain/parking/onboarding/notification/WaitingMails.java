package cn.citybrain.parking.onboarding.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails about a lot that were not sent yet, for those whom the lot concerns now. */
@Component
public class WaitingMails {

    private static final String UNSENT = "('WAITING', 'COLLECTED')";

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Waiting(long id, String subject, String body, String state) {}

    /**
     * What waits for somebody of {@code former} goes to everybody of {@code now} instead: each text once to each. What a node
     * is sending this moment is sent.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void readdress(String lotCode, Collection<String> former, Collection<String> now) {
        if (former.isEmpty()) {
            return;
        }
        Set<List<String>> texts = new HashSet<>();
        for (Waiting mail : waiting(lotCode, former)) {
            if (withdraw(mail.id()) && texts.add(List.of(mail.subject(), mail.body()))) {
                now.forEach(to -> insert(mail, to));
            }
        }
    }

    private List<Waiting> waiting(String lotCode, Collection<String> recipients) {
        return jdbc.sql("SELECT id, subject, body, state FROM mail WHERE state IN " + UNSENT + " AND lot_code = :lot"
                        + " AND recipient IN (:recipients) ORDER BY id")
                .param("lot", lotCode)
                .param("recipients", recipients)
                .query((row, n) -> new Waiting(
                        row.getLong("id"), row.getString("subject"), row.getString("body"), row.getString("state")))
                .list();
    }

    private boolean withdraw(long id) {
        return jdbc.sql("UPDATE mail SET state = 'WITHDRAWN' WHERE id = ? AND state IN " + UNSENT
                                + " AND (claimed_until IS NULL OR claimed_until < ?)")
                        .params(id, OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private void insert(Waiting mail, String to) {
        OffsetDateTime at = OffsetDateTime.now(clock);
        jdbc.sql("INSERT INTO mail (dedupe_key, recipient, subject, body, state, attempts, next_attempt_at,"
            + " created_at, lot_code, about, task_id, occasion, task_due_at) SELECT ?, ?, subject, body, ?, 0, CASE"
            + " WHEN task_id IS NULL THEN ? ELSE next_attempt_at END, ?, lot_code, about, task_id, occasion,"
            + " task_due_at FROM mail WHERE id = ?")
                .params("readdressed/" + mail.id() + "/" + to, to, mail.state(), at, at, mail.id())
                .update();
    }
}

package cn.citybrain.parking.onboarding.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails that were given up and that nobody has dealt with yet. */
@Component
public class UndeliveredMails {

    private static final String OPEN = "state = 'FAILED' AND recipient <> ''";
    private static final String FOUND = OPEN + " AND (lower(recipient) LIKE :text ESCAPE '!'"
            + " OR lower(subject) LIKE :text ESCAPE '!' OR lower(about) LIKE :text ESCAPE '!')";

    private final JdbcClient jdbc;
    private final Clock clock;

    UndeliveredMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE " + OPEN)
                .query(Long.class)
                .single();
    }

    /** @param pattern in small letters, {@code !} before what stands for itself */
    public long count(String pattern) {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE " + FOUND)
                .param("text", pattern)
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    public List<UndeliveredMail> find(String pattern, long offset, int size) {
        return jdbc.sql("SELECT m.*, (SELECT MAX(a.at) FROM mail_attempt a WHERE a.mail_id = m.id) AS failed_at"
                        + " FROM mail m WHERE " + FOUND
                        + " ORDER BY m.id DESC OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .param("text", pattern)
                .param("offset", offset)
                .param("size", size)
                .query(this::mail)
                .list();
    }

    /** Empty if there is none such, or somebody has dealt with it. */
    public Optional<UndeliveredMail> byId(long id) {
        return jdbc.sql("SELECT m.*, (SELECT MAX(a.at) FROM mail_attempt a WHERE a.mail_id = m.id) AS failed_at"
                        + " FROM mail m WHERE id = :id AND " + OPEN)
                .param("id", id)
                .query(this::mail)
                .optional();
    }

    /**
     * Sends the same text again, as another mail.
     *
     * @return false if somebody was faster, or its text is gone
     */
    @Transactional
    public boolean again(long id, String to, String by) {
        boolean mine = jdbc.sql("UPDATE mail SET state = 'RESENT', settled_by = ?, settled_at = ? WHERE id = ?"
                                + " AND state = 'FAILED' AND body <> ''")
                        .params(by, OffsetDateTime.now(clock), id)
                        .update()
                == 1;
        if (mine) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            jdbc.sql("INSERT INTO mail (dedupe_key, recipient, subject, body, state, attempts, next_attempt_at,"
                            + " created_at, lot_code, about) SELECT ?, ?, subject, body, 'WAITING', 0, ?, ?, lot_code,"
                            + " about FROM mail WHERE id = ?")
                    .params("again/" + id, to, now, now, id)
                    .update();
        }
        return mine;
    }

    /** Nobody needs it any more, or they were told otherwise. False if somebody was faster. */
    @Transactional
    public boolean settle(long id, String by, String note) {
        return jdbc.sql("UPDATE mail SET state = 'SETTLED', settled_by = ?, settled_at = ?, settled_note = ?"
                                + " WHERE id = ? AND state = 'FAILED'")
                        .params(by, OffsetDateTime.now(clock), note, id)
                        .update()
                == 1;
    }

    private UndeliveredMail mail(ResultSet row, int n) throws SQLException {
        OffsetDateTime failed = row.getObject("failed_at", OffsetDateTime.class);
        OffsetDateTime created = row.getObject("created_at", OffsetDateTime.class);
        return new UndeliveredMail(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("about"),
                created.toInstant(),
                (failed == null ? created : failed).toInstant(),
                Optional.ofNullable(row.getString("last_error")).orElse("原因没有记录"),
                !row.getString("body").isEmpty());
    }
}

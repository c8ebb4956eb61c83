package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of mails. A row is claimed before it is sent, so that several nodes don't send it several times. */
@Component
class MailOutbox implements Mailer {

    /** A mail as it is sent. */
    record Letter(long id, String dedupeKey, String recipient, String subject, String body) {}

    /** Waits with an encrypted text: a node of the version before, which could not read it, leaves it alone. */
    private static final String SECRET = "SECRET";

    private static final String WAITING = "WAITING";
    private static final String FAILED = "FAILED";
    private static final String WAITS = "state IN ('WAITING', 'SECRET')";
    private static final String WITHOUT_SECRETS = "body = CASE state WHEN 'SECRET' THEN '' ELSE body END";

    private final JdbcClient jdbc;
    private final MailTemplates templates;
    private final FieldCipher cipher;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    MailOutbox(
            JdbcClient jdbc,
            MailTemplates templates,
            FieldCipher cipher,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.cipher = cipher;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public void enqueue(String dedupeKey, String to, String template, Map<String, Object> model) {
        enqueueAbout(About.NOTHING, dedupeKey, to, template, model);
    }

    @Override
    public void enqueueAbout(About about, String dedupeKey, String to, String template, Map<String, Object> model) {
        MailTemplates.Text text = templates.render(template, model);
        insert(dedupeKey, to, text.subject(), text.body(), WAITING, about);
    }

    @Override
    public void remind(About about, String dedupeKey, String to, String template, Map<String, Object> model) {
        MailTemplates.Text text = templates.reminder(template, model);
        insert(dedupeKey, to, text.subject(), text.body(), WAITING, about);
    }

    @Override
    public void collect(
            Matter matter, About about, String dedupeKey, String to, String template, Map<String, Object> model) {
        MailTemplates.Text text = matter.occasion() == Occasion.DUE_SOON
                ? templates.reminder(template, model)
                : templates.render(template, model);
        insert(dedupeKey, to, text.subject(), text.body(), CollectedMails.STATE, about, matter);
    }

    @Override
    public void enqueueSecret(String dedupeKey, String to, String template, Map<String, Object> model) {
        MailTemplates.Text text = templates.render(template, model);
        insert(dedupeKey, to, text.subject(), cipher.encrypt(text.body(), context(dedupeKey)), SECRET, About.NOTHING);
    }

    @Override
    public void nobodyToTell(About about, String dedupeKey, String whom, String template, Map<String, Object> model) {
        MailTemplates.Text text = templates.render(template, model);
        insert(dedupeKey, whom, text.subject(), text.body(), WAITING, about);
    }

    private void insert(String dedupeKey, String to, String subject, String body, String wanted, About about) {
        insert(dedupeKey, to, subject, body, wanted, about, new Matter(null, null, null, clock.instant()));
    }

    /** What cannot be sent is given up at once, for the supervisors to see. */
    private void insert(
            String dedupeKey, String to, String subject, String body, String wanted, About about, Matter matter) {
        boolean sendable = MailAddress.holds(to);
        String state = sendable ? wanted : FAILED;
        String kept = sendable || !wanted.equals(SECRET) ? body : "";
        try {
            savepoint.executeWithoutResult(tx -> jdbc.sql(
                            "INSERT INTO mail (dedupe_key, recipient, subject, body, state, attempts, next_attempt_at,"
                                    + " created_at, lot_code, about, last_error, task_id, occasion, task_due_at) VALUES"
                                    + " (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(dedupeKey, to, subject, kept, state)
                    .params(at(matter.goesOutAt()), OffsetDateTime.now(clock))
                    .param(about.lotCode())
                    .param(about.subject())
                    .param(sendable ? null : DeliveryProblem.NO_ADDRESS)
                    .param(matter.taskId())
                    .param(matter.occasion() == null ? null : matter.occasion().name())
                    .param(matter.due() == null ? null : at(matter.due()))
                    .update());
        } catch (DuplicateKeyException e) {
            // told already
        }
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static String context(String dedupeKey) {
        return "mail.body/" + dedupeKey;
    }

    /** Mails that are due and that nobody is sending, oldest first. */
    List<Long> due(int limit) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("SELECT id FROM mail WHERE " + WAITS + " AND next_attempt_at <= ?"
                        + " AND (claimed_until IS NULL OR claimed_until < ?) ORDER BY id FETCH FIRST "
                        + limit + " ROWS ONLY")
                .params(now, now)
                .query(Long.class)
                .list();
    }

    /** Takes a mail for some time; false if another node was faster. */
    @Transactional
    public boolean claim(long id, Duration time) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("UPDATE mail SET claimed_until = ?, attempts = attempts + 1" + " WHERE id = ? AND " + WAITS
                                + " AND (claimed_until IS NULL OR claimed_until < ?)")
                        .params(now.plus(time), id, now)
                        .update()
                == 1;
    }

    Letter read(long id) {
        return jdbc.sql("SELECT * FROM mail WHERE id = ?")
                .param(id)
                .query(this::letter)
                .single();
    }

    /** How often it was tried, this time included. */
    int attempts(long id) {
        return jdbc.sql("SELECT attempts FROM mail WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void sent(long id) {
        jdbc.sql("UPDATE mail SET state = 'SENT', sent_at = ?, claimed_until = NULL, " + WITHOUT_SECRETS
                        + " WHERE id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
        attempted(id, "SENT", null);
    }

    @Transactional
    public void retryAt(long id, Instant when, String error) {
        jdbc.sql("UPDATE mail SET next_attempt_at = ?, claimed_until = NULL, last_error = ? WHERE id = ?")
                .params(at(when), error, id)
                .update();
        attempted(id, "FAILED", error);
    }

    @Transactional
    public void gaveUp(long id, String error) {
        jdbc.sql("UPDATE mail SET state = 'FAILED', claimed_until = NULL, last_error = ?, " + WITHOUT_SECRETS
                        + " WHERE id = ?")
                .params(error, id)
                .update();
        attempted(id, "FAILED", error);
    }

    /** A mail that was sent came back. */
    @Transactional
    public Bounce.Taken bounced(Bounce bounce) {
        boolean ours = jdbc.sql("SELECT dedupe_key FROM mail WHERE id = ?")
                .param(bounce.mail())
                .query(String.class)
                .optional()
                .filter(key -> OwnMessageId.proof(key).equals(bounce.proof()))
                .isPresent();
        if (!ours) {
            return Bounce.Taken.NOT_OURS;
        }
        int changed = jdbc.sql("UPDATE mail SET state = 'FAILED', last_error = ? WHERE id = ? AND state = 'SENT'")
                .params(bounce.why(), bounce.mail())
                .update();
        if (changed == 0) {
            return Bounce.Taken.BEFORE;
        }
        attempted(bounce.mail(), "BOUNCED", bounce.why());
        return Bounce.Taken.NOW;
    }

    private void attempted(long id, String result, String error) {
        jdbc.sql("INSERT INTO mail_attempt (mail_id, at, result, error) VALUES (?, ?, ?, ?)")
                .params(id, OffsetDateTime.now(clock), result)
                .param(error)
                .update();
    }

    private Letter letter(ResultSet row, int n) throws SQLException {
        String key = row.getString("dedupe_key");
        String body = row.getString("body");
        return new Letter(
                row.getLong("id"),
                key,
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("state").equals(SECRET) ? cipher.decrypt(body, context(key)) : body);
    }
}

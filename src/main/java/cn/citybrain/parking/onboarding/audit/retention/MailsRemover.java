package cn.citybrain.parking.onboarding.audit.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Addresses and texts of the mails about an application. */
@Component
class MailsRemover implements Remover {

    /** The key names the recipient as well. */
    static final String EMPTY =
            "recipient = '', body = '', last_error = NULL, settled_note = NULL, dedupe_key = 'cleared/' || CAST(id AS"
                    + " VARCHAR(20))";
    /** Nobody is about to send it. */
    static final String DONE = "recipient <> '' AND state NOT IN ('WAITING', 'SECRET', 'COLLECTED')";

    private final RowRemoval rows;

    MailsRemover(RowRemoval rows) {
        this.rows = rows;
    }

    @Override
    public DataKind kind() {
        return DataKind.MAILS;
    }

    @Override
    public String left() {
        return "EXISTS (SELECT 1 FROM mail WHERE about = a.no AND " + DONE + ")";
    }

    @Override
    public List<RemovedRow> remove(Over over) {
        List<RemovedRow> removed =
                new ArrayList<>(rows.empty("mail", EMPTY, "about = :no AND " + DONE, Map.of("no", over.no())));
        removed.addAll(attempts(rows));
        return removed;
    }

    /** What a mail server said names the recipient, too. */
    static List<RemovedRow> attempts(RowRemoval rows) {
        return rows.empty(
                "mail_attempt",
                "error = NULL",
                "error IS NOT NULL AND EXISTS (SELECT 1 FROM mail m WHERE m.id = mail_attempt.mail_id AND m.recipient"
                        + " = '')",
                Map.of());
    }
}

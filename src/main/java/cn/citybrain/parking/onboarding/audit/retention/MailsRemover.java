package cn.citybrain.parking.onboarding.audit.retention;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Addresses and texts of the mails about an application. */
@Component
class MailsRemover implements Remover {

    static final String EMPTY = "recipient = '', body = ''";
    /** Nobody is about to send it. */
    static final String DONE = "recipient <> '' AND state NOT IN ('WAITING', 'SECRET')";

    private final RowRemoval rows;

    MailsRemover(RowRemoval rows) {
        this.rows = rows;
    }

    @Override
    public Kind kind() {
        return Kind.MAILS;
    }

    @Override
    public String left() {
        return "EXISTS (SELECT 1 FROM mail WHERE about = a.no AND " + DONE + ")";
    }

    @Override
    public List<RemovedRow> remove(Over over) {
        return rows.empty("mail", EMPTY, "about = :no AND " + DONE, Map.of("no", over.no()));
    }
}

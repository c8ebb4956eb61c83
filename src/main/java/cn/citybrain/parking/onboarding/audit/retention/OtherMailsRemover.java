package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Addresses and texts of mails that are about no application: invitations, passwords, reports. */
@Component
class OtherMailsRemover implements AgedRemover {

    private final RowRemoval rows;

    OtherMailsRemover(RowRemoval rows) {
        this.rows = rows;
    }

    @Override
    public DataKind kind() {
        return DataKind.OTHER_MAILS;
    }

    @Override
    public List<RemovedRow> remove(Instant before, int limit) {
        List<RemovedRow> removed = new ArrayList<>(rows.emptySome(
                "mail",
                MailsRemover.EMPTY,
                "created_at < :before AND " + MailsRemover.DONE
                        + " AND NOT EXISTS (SELECT 1 FROM application a WHERE a.no = mail.about)",
                limit,
                Map.of("before", SqlTime.of(before))));
        removed.addAll(MailsRemover.attempts(rows));
        return removed;
    }
}

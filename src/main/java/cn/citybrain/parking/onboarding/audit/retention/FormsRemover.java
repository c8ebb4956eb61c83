package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.draft.OpenedFields;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people entered: the draft, every revision, why they opened further fields, who comes to sign, the account's number. */
@Component
class FormsRemover implements Remover {

    private final DraftRows drafts;
    private final Revisions revisions;
    private final OpenedFields opened;
    private final Appointments appointments;
    private final ReceivingAccounts accounts;

    FormsRemover(
            DraftRows drafts,
            Revisions revisions,
            OpenedFields opened,
            Appointments appointments,
            ReceivingAccounts accounts) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.opened = opened;
        this.appointments = appointments;
        this.accounts = accounts;
    }

    @Override
    public DataKind kind() {
        return DataKind.FORMS;
    }

    @Override
    public String left() {
        return "a.emptied_at IS NULL";
    }

    @Override
    public List<RemovedRow> remove(Over over) {
        List<RemovedRow> rows = new ArrayList<>();
        drafts.empty(over.no());
        rows.add(RemovedRow.emptied("application", Long.toString(over.id())));
        revisions
                .empty(over.no())
                .forEach(revision -> rows.add(RemovedRow.emptied("application_revision", over.no() + "/" + revision)));
        opened.empty(over.no()).forEach(id -> rows.add(RemovedRow.emptied("opened_field", id.toString())));
        appointments.empty(over.no()).forEach(id -> rows.add(RemovedRow.emptied("appointment", id.toString())));
        accounts.empty(over.no()).ifPresent(id -> rows.add(RemovedRow.emptied("receiving_account", id.toString())));
        return rows;
    }
}

package cn.citybrain.parking.onboarding.application.review;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Decision;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.ReviewDecision;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.DecisionRows;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.application.register.SubmittedForms;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a reviewer does with a revision: looks, and decides. */
@Component
public class Reviews {

    private static final Set<ApplicationState> REVIEWABLE =
            Set.of(ApplicationState.SUBMITTED, ApplicationState.CHANNEL_REFUSED);

    private final ApplicationRows rows;
    private final Revisions revisions;
    private final DecisionRows decisions;
    private final SubmittedForms forms;
    private final ReceivingAccounts accounts;
    private final Filers filers;
    private final JdbcClient jdbc;

    Reviews(
            ApplicationRows rows,
            Revisions revisions,
            DecisionRows decisions,
            SubmittedForms forms,
            ReceivingAccounts accounts,
            Filers filers,
            JdbcClient jdbc) {
        this.rows = rows;
        this.accounts = accounts;
        this.filers = filers;
        this.revisions = revisions;
        this.decisions = decisions;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** Stores a decision, for the process to act on. A later one replaces it until then. */
    @Transactional
    public void decide(
            String no,
            Decision decision,
            String reason,
            Map<String, String> remarks,
            List<String> confirmedWarnings,
            String by) {
        Application application = rows.locked(no);
        if (!REVIEWABLE.contains(application.state())) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，不能审核");
        }
        filers.requireOther(no, by);
        Revision revision = revisions.find(no, application.revision()).orElseThrow();
        Map<String, String> stripped = requireRemarks(application, decision, remarks);
        requireReason(decision, reason);
        requireConfirmed(decision, revision, confirmedWarnings);
        decisions.add(new ReviewDecision(
                no,
                revision.number(),
                decision,
                reason,
                stripped,
                confirmedWarnings,
                by,
                rows.now().toInstant()));
    }

    /** A sensitive value in full; who looked and when is kept. */
    @Transactional
    String reveal(Application application, String key, String by) {
        Revision revision =
                revisions.find(application.no(), application.revision()).orElseThrow(() -> new NotThere("没有这个字段的内容"));
        String value = revision.values().get(key);
        if (value == null) {
            throw new NotThere("没有这个字段的内容");
        }
        jdbc.sql("INSERT INTO value_reveal (application_no, revision, field_key, revealed_by, revealed_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(application.no(), revision.number(), key, by, rows.now())
                .update();
        return value;
    }

    private Map<String, String> requireRemarks(
            Application application, Decision decision, Map<String, String> remarks) {
        Catalogue catalogue = forms.submitted(application);
        Map<String, String> faults = new LinkedHashMap<>();
        Map<String, String> stripped = new LinkedHashMap<>();
        remarks.forEach((key, text) -> {
            if (catalogue.field(key).isEmpty()) {
                faults.put(key, "没有名为 " + key + " 的字段");
            } else if (key.equals(catalogue.accountField()) && opened(application)) {
                faults.put(key, catalogue.label(key) + "已由渠道确认，不能退回更改；需要换账户的，请撤回后重新申请");
            } else if (Typed.lines(text).isEmpty()) {
                faults.put(key, "请写明" + catalogue.label(key) + "退回的原因");
            } else {
                stripped.put(key, Typed.lines(text));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidFields(String.join("；", faults.values()), faults);
        }
        if (decision == Decision.RETURN && stripped.isEmpty()) {
            throw new InvalidFields("退回时请至少对一个字段写明原因", Map.of("remarks", "请至少对一个字段写明原因"));
        }
        return stripped;
    }

    private boolean opened(Application application) {
        return accounts.byApplication(application.no())
                .filter(account -> account.state() != AccountState.APPLYING)
                .isPresent();
    }

    private static void requireReason(Decision decision, String reason) {
        if (decision == Decision.REFUSE && reason.isBlank()) {
            throw new InvalidFields("不予受理须写明原因", Map.of("reason", "请写明不予受理的原因"));
        }
    }

    private static void requireConfirmed(Decision decision, Revision revision, List<String> confirmed) {
        Map<String, String> open = new LinkedHashMap<>(revision.warnings());
        open.keySet().removeAll(confirmed);
        if (decision == Decision.ACCEPT && !open.isEmpty()) {
            throw new InvalidFields("受理前请逐条确认提示：" + String.join("；", open.values()), open);
        }
    }
}

package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Decision;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.DecisionRows;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.application.register.SubmittedForms;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The turns of an application that the process takes. */
@Component
public class ApplicationLife {

    private static final int TEXT_LENGTH = 2000;

    private final ApplicationRows rows;
    private final DecisionRows decisions;
    private final Remarks remarks;
    private final ReceivingAccounts accounts;
    private final ApplicationStages stages;
    private final SubmittedForms forms;
    private final Filers filers;

    ApplicationLife(
            ApplicationRows rows,
            DecisionRows decisions,
            Remarks remarks,
            ReceivingAccounts accounts,
            ApplicationStages stages,
            SubmittedForms forms,
            Filers filers) {
        this.rows = rows;
        this.stages = stages;
        this.forms = forms;
        this.filers = filers;
        this.decisions = decisions;
        this.remarks = remarks;
        this.accounts = accounts;
    }

    @Transactional
    ApplicationState accept(String no, String by) {
        rows.locked(no);
        filers.requireOther(no, by);
        rows.move(no, ApplicationState.ACCEPTED, "");
        decisions.use(no);
        return stages.bindWhenReady(no);
    }

    @Transactional
    void opened(String no, String channelAccount) {
        accounts.activate(no, channelAccount);
        stages.bindWhenReady(no);
    }

    @Transactional
    void giveBack(String no, String by) {
        Application application = rows.locked(no);
        filers.requireOther(no, by);
        decisions
                .unused(no, application.revision())
                .filter(decision -> decision.decision() == Decision.RETURN)
                .ifPresent(decision -> decision.remarks()
                        .forEach((key, reason) -> remarks.add(
                                application,
                                new FieldIssue(key, reason),
                                RemarkSource.REVIEWER,
                                decision.decidedBy())));
        if (remarks.current(application).isEmpty()) {
            throw new WrongState("退回申请 " + no + " 至少要对一个字段写明原因");
        }
        rows.move(no, ApplicationState.RETURNED, "");
        decisions.use(no);
    }

    @Transactional
    void refuse(String no, String by, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new WrongState("不予受理申请 " + no + " 须写明原因");
        }
        rows.locked(no);
        filers.requireOther(no, by);
        close(no, ApplicationState.REFUSED, by, reason);
        decisions.use(no);
    }

    @Transactional
    void channelReviewing(String no, String text, String link, Instant expectedAt) {
        rows.move(
                no,
                ApplicationState.CHANNEL_REVIEW,
                ", channel_state = 'REVIEW', channel_state_text = ?, channel_link = ?, expected_at = ?"
                        + (link == null ? ", channel_link_until = NULL" : ""),
                cut(text),
                link,
                expectedAt == null ? null : OffsetDateTime.ofInstant(expectedAt, ZoneOffset.UTC));
    }

    @Transactional
    void channelSaid(String no, String text) {
        rows.note(no, cut(text));
    }

    @Transactional
    void channelRefused(String no, List<FieldIssue> issues, String message) {
        Application application = rows.locked(no);
        rows.move(
                no,
                ApplicationState.CHANNEL_REFUSED,
                ", channel_state = 'REFUSED', channel_state_text = ?, channel_link = NULL, expected_at = NULL",
                cut(message));
        Catalogue form = forms.submitted(application);
        issues.stream()
                .flatMap(issue -> form.keys(issue.fieldKey()).stream().map(key -> new FieldIssue(key, issue.reason())))
                .forEach(issue -> remarks.add(application, issue, RemarkSource.CHANNEL, application.channel()));
    }

    @Transactional
    void channelClosed(String no, String channel, String reason) {
        close(no, ApplicationState.CHANNEL_CLOSED, channel, reason);
    }

    /** The account that the channel opened is not the one that was applied for: it counts as not opened. */
    @Transactional
    void accountRefused(String no, String message) {
        accounts.reopen(no);
        channelRefused(no, List.of(), message);
    }

    @Transactional
    void lotsRefused(String no, String channel, String reason) {
        close(no, ApplicationState.LOTS_REFUSED, channel, reason);
    }

    @Transactional
    void move(String no, ApplicationState to) {
        rows.move(no, to, ", channel_link = NULL, expected_at = NULL");
    }

    @Transactional
    void withdrawn(String no, String by, String reason) {
        close(no, ApplicationState.WITHDRAWN, by, reason);
    }

    @Transactional
    void expired(String no, String by, String reason) {
        close(no, ApplicationState.EXPIRED, by, reason);
    }

    /** @return false if it was discarded before */
    @Transactional
    boolean discarded(String no, String by) {
        Application application = rows.locked(no);
        if (application.state() == ApplicationState.DISCARDED) {
            return false;
        }
        if (!application.isDraft()) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，已经不是草稿，不能丢弃；不想继续的请撤回");
        }
        close(no, ApplicationState.DISCARDED, by, "");
        return true;
    }

    private void close(String no, ApplicationState end, String by, String reason) {
        rows.move(
                no,
                end,
                ", closed_by = ?, closed_at = ?, closing_reason = ?, channel_link = NULL, expected_at = NULL",
                by,
                rows.now(),
                cut(reason));
        accounts.close(no);
    }

    private static String cut(String text) {
        return Typed.cut(text, TEXT_LENGTH);
    }
}

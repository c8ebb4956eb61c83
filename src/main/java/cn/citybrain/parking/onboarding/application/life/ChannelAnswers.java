package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.application.register.SubmittedForms;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the channel answers to an application, or a reviewer who speaks for it. Each turn throws {@link WrongState} where the
 * state does not allow it.
 */
@NamedInterface("services")
@Component
public class ChannelAnswers {

    private static final int TEXT_LENGTH = 2000;

    private final ApplicationRows rows;
    private final Remarks remarks;
    private final ReceivingAccounts accounts;
    private final ApplicationStages stages;
    private final Endings endings;
    private final SubmittedForms forms;

    ChannelAnswers(
            ApplicationRows rows,
            Remarks remarks,
            ReceivingAccounts accounts,
            ApplicationStages stages,
            Endings endings,
            SubmittedForms forms) {
        this.rows = rows;
        this.remarks = remarks;
        this.accounts = accounts;
        this.stages = stages;
        this.endings = endings;
        this.forms = forms;
    }

    /**
     * → CHANNEL_REVIEW, or another step of it.
     *
     * @param link where the merchant must go, null if nowhere
     * @param expectedAt when the answer is expected, null if unknown
     */
    @Transactional
    public void reviewing(String no, String text, String link, Instant expectedAt) {
        rows.move(
                no,
                ApplicationState.CHANNEL_REVIEW,
                ", channel_state = 'REVIEW', channel_state_text = ?, channel_link = ?, expected_at = ?"
                        + (link == null ? ", channel_link_until = NULL" : ""),
                cut(text),
                link,
                expectedAt == null ? null : OffsetDateTime.ofInstant(expectedAt, ZoneOffset.UTC));
    }

    /** When the channel's link ends. Cleared when the channel gives no link any more. */
    public void linkUntil(String no, Instant end) {
        rows.linkUntil(no, end);
    }

    /** The channel's words while it decided nothing; no change of state. */
    @Transactional
    public void said(String no, String text) {
        rows.note(no, cut(text));
    }

    /** Finds fault with fields of the newest revision; no change of state. */
    @Transactional
    public void remark(String no, List<FieldIssue> issues, RemarkSource source, String author) {
        Application application = rows.locked(no);
        issues.forEach(issue -> remarks.add(application, issue, source, author));
    }

    /** → CHANNEL_REFUSED; issues with a field of ours open it for correction. */
    @Transactional
    public void refused(String no, List<FieldIssue> issues, String message) {
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

    /**
     * The account that the channel opened is not the one that was applied for: it counts as not opened → CHANNEL_REFUSED; the
     * channel opens it anew. Remarks say what does not match.
     */
    @Transactional
    public void accountRefused(String no, String message) {
        accounts.reopen(no);
        refused(no, List.of(), message);
    }

    /** The channel closed it for good → CHANNEL_CLOSED; the receiving account is closed. */
    @Transactional
    public void closed(String no, String reason) {
        endings.end(no, ApplicationState.CHANNEL_CLOSED, rows.byNo(no).channel(), reason);
    }

    /**
     * The channel has opened the account, or knows it already: it takes the channel's number. → BINDING if the
     * application was accepted and nothing is left to be filled in.
     */
    @Transactional
    public void opened(String no, String channelAccount) {
        accounts.activate(no, channelAccount);
        stages.bindWhenReady(no);
    }

    private static String cut(String text) {
        return Typed.cut(text, TEXT_LENGTH);
    }
}

package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.Applications;
import cn.citybrain.parking.onboarding.channel.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.ReviewResult;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Asks a channel how far it is, until it leaves the state that the step waits in ({@code waitsWhile}). */
@Component
class ReviewApplication implements TopicHandler {

    private final Applications applications;
    private final ReceivingAccounts accounts;
    private final ChannelAdapters channels;
    private final ProcessSettings settings;
    private final ChannelRefusals refusals;
    private final ProcessMails mails;
    private final Addressees addressees;

    ReviewApplication(
            Applications applications,
            ReceivingAccounts accounts,
            ChannelAdapters channels,
            ProcessSettings settings,
            ChannelRefusals refusals,
            ProcessMails mails,
            Addressees addressees) {
        this.applications = applications;
        this.accounts = accounts;
        this.channels = channels;
        this.settings = settings;
        this.refusals = refusals;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public String topic() {
        return "reviewApplication";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        String no = Variables.APPLICATION_NO.get(task.getVariables());
        ReviewResult result =
                channels.of(Variables.CHANNEL.get(task.getVariables())).review(no);
        if (result instanceof ReviewResult.Rejected rejected) {
            return refusals.refused(task.getId(), no, rejected.issues(), rejected.message());
        }
        if (result instanceof ReviewResult.Closed closed) {
            return new Answer.Refused(
                    "channelClosed",
                    Map.of(Variables.REFUSAL_REASON.name(), Reasons.safe(closed.reason())),
                    () -> applications.channelClosed(no, closed.reason()));
        }
        return moved(task, no, result);
    }

    private Answer moved(LockedExternalTask task, String no, ReviewResult result) {
        if (result instanceof ReviewResult.Approved approved) {
            return done(ReviewOutcome.APPROVED, () -> {
                applications.channelReviewing(
                        no, "渠道已开户", null, applications.byNo(no).expectedAt());
                accounts.activate(no, approved.channelAccount());
                applications.binding(no);
                mails.send("signed", no, no, addressees.applicant(no), Map.of());
            });
        }
        if (result instanceof ReviewResult.AwaitingVerification step) {
            return wait(task, ReviewOutcome.AWAITING_VERIFICATION, no, step.stateText(), step.link());
        }
        if (result instanceof ReviewResult.AwaitingSignature step) {
            return wait(task, ReviewOutcome.AWAITING_SIGNATURE, no, step.stateText(), step.link());
        }
        if (result instanceof ReviewResult.UnderReview step) {
            return wait(task, ReviewOutcome.UNDER_REVIEW, no, step.stateText(), null);
        }
        return Answer.later(settings.worker().pollEvery());
    }

    private Answer wait(LockedExternalTask task, ReviewOutcome state, String no, String text, String link) {
        var expected = applications.byNo(no).expectedAt();
        Runnable store = () -> applications.channelReviewing(no, text, link, expected);
        return state.name().equals(task.getExtensionProperties().get("waitsWhile"))
                ? new Answer.Later(settings.worker().pollEvery(), store)
                : done(state, store);
    }

    private static Answer done(ReviewOutcome outcome, Runnable store) {
        return new Answer.Done(Map.of(Variables.REVIEW_OUTCOME.name(), outcome.name()), store);
    }
}

package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.Applications;
import cn.citybrain.parking.onboarding.channel.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.ReviewResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Asks a channel how far it is, until it leaves the states that the step waits in (its property
 * {@code waitsWhile}, a list). */
@Component
class ReviewApplication implements TopicHandler {

    private final Applications applications;
    private final ChannelAdapters channels;
    private final ProcessSettings settings;
    private final ChannelRefusals refusals;
    private final ProcessMails mails;
    private final Addressees addressees;
    private final Clock clock;

    ReviewApplication(
            Applications applications,
            ChannelAdapters channels,
            ProcessSettings settings,
            ChannelRefusals refusals,
            ProcessMails mails,
            Addressees addressees,
            Clock clock) {
        this.applications = applications;
        this.channels = channels;
        this.settings = settings;
        this.refusals = refusals;
        this.mails = mails;
        this.addressees = addressees;
        this.clock = clock;
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
                applications.opened(no, approved.channelAccount());
                mails.send("signed", no, no, addressees.applicant(no), Map.of());
            });
        }
        return Standing.of(result)
                .map(standing -> at(task, no, standing))
                .orElseGet(() -> Answer.later(settings.worker().pollEvery()));
    }

    private Answer at(LockedExternalTask task, String no, Standing standing) {
        var expected = applications.byNo(no).expectedAt();
        Runnable store = () -> {
            applications.channelReviewing(no, standing.text(), standing.link(), expected);
            if (standing.link() != null) {
                noteEndOfLink(task, no);
            }
        };
        return waitsWhile(task).contains(standing.outcome().name())
                ? new Answer.Later(settings.worker().pollEvery(), store)
                : done(standing.outcome(), store);
    }

    /** The channel's link ends some days after it was given: property {@code linkDays} of the step. */
    private void noteEndOfLink(LockedExternalTask task, String no) {
        String days = task.getExtensionProperties().get("linkDays");
        if (days != null && applications.byNo(no).channelLinkUntil() == null) {
            applications.channelLinkUntil(no, clock.instant().plus(Duration.ofDays(Long.parseLong(days))));
        }
    }

    private static List<String> waitsWhile(LockedExternalTask task) {
        return List.of(task.getExtensionProperties().get("waitsWhile").split(","));
    }

    private static Answer done(ReviewOutcome outcome, Runnable store) {
        return new Answer.Done(Map.of(Variables.REVIEW_OUTCOME.name(), outcome.name()), store);
    }

    /** Where an undecided application stands, in the model's and in people's words. */
    private record Standing(ReviewOutcome outcome, String text, String link) {

        static Optional<Standing> of(ReviewResult result) {
            if (result instanceof ReviewResult.UnderReview step) {
                return at(ReviewOutcome.UNDER_REVIEW, step.stateText(), null);
            } else if (result instanceof ReviewResult.AwaitingVisit step) {
                return at(ReviewOutcome.AWAITING_VISIT, step.stateText(), null);
            } else if (result instanceof ReviewResult.VisitScheduled step) {
                return at(ReviewOutcome.VISIT_SCHEDULED, step.stateText(), null);
            } else if (result instanceof ReviewResult.Signed step) {
                return at(ReviewOutcome.SIGNED, step.stateText(), null);
            } else if (result instanceof ReviewResult.AwaitingVerification step) {
                return at(ReviewOutcome.AWAITING_VERIFICATION, step.stateText(), step.link());
            } else if (result instanceof ReviewResult.AwaitingSignature step) {
                return at(ReviewOutcome.AWAITING_SIGNATURE, step.stateText(), step.link());
            } else if (result instanceof ReviewResult.Expired step) {
                return at(ReviewOutcome.EXPIRED, step.reason(), null);
            }
            return Optional.empty();
        }

        private static Optional<Standing> at(ReviewOutcome outcome, String text, String link) {
            return Optional.of(new Standing(outcome, text, link));
        }
    }
}

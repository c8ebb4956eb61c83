package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.visit.VisitProposals;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/**
 * Asks a channel how far it is, until it leaves the states that the step waits in (its property {@code waitsWhile}, a
 * list). An account that is open already is not asked for again.
 */
@Component
class ReviewApplication implements TopicHandler {

    private final Applications applications;
    private final ChannelAdapters channels;
    private final ProcessSettings settings;
    private final ChannelRefusals refusals;
    private final AccountOpening opening;
    private final VisitProposals visits;
    private final Clock clock;

    ReviewApplication(
            Applications applications,
            ChannelAdapters channels,
            ProcessSettings settings,
            ChannelRefusals refusals,
            AccountOpening opening,
            VisitProposals visits,
            Clock clock) {
        this.applications = applications;
        this.channels = channels;
        this.settings = settings;
        this.refusals = refusals;
        this.opening = opening;
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "reviewApplication";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        String no = Variables.APPLICATION_NO.get(task.getVariables());
        if (opening.done(no)) {
            return done(ReviewOutcome.APPROVED, () -> {});
        }
        ReviewResult result = channels.of(Variables.CHANNEL.get(task.getVariables()))
                .accounts()
                .review(no);
        if (result instanceof ReviewResult.Rejected rejected) {
            return refusals.refused(task.getId(), no, rejected.issues(), rejected.message());
        }
        if (result instanceof ReviewResult.Closed closed) {
            return refusals.closed(no, closed.reason());
        }
        return moved(task, no, result);
    }

    private Answer moved(LockedExternalTask task, String no, ReviewResult result) {
        if (result instanceof ReviewResult.Approved approved) {
            return done(ReviewOutcome.APPROVED, () -> opening.open(no, approved.channelAccount(), "渠道已开户"));
        }
        return Standing.of(result)
                .map(standing -> at(task, no, standing, result))
                .orElseGet(() -> Answer.later(settings.worker().pollEvery()));
    }

    private Answer at(LockedExternalTask task, String no, Standing standing, ReviewResult result) {
        var expected = applications.byNo(no).expectedAt();
        Runnable store = () -> {
            applications.channelReviewing(no, standing.text(), standing.link(), expected);
            visits.keep(no, result);
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

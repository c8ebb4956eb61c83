package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.Asked;
import cn.citybrain.parking.onboarding.process.answer.Question;
import cn.citybrain.parking.onboarding.process.answer.Word;
import cn.citybrain.parking.onboarding.process.visit.VisitProposals;
import cn.citybrain.parking.onboarding.process.work.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far a channel is with an application, until it leaves the states that the step waits in (its property {@code
 * waitsWhile}, a list). An account that is open already is not asked for again.
 */
@Component
class ReviewQuestion implements Question {

    private final Applications applications;
    private final ChannelAnswers answers;
    private final ChannelAdapters channels;
    private final ChannelRefusals refusals;
    private final AccountOpening opening;
    private final VisitProposals visits;
    private final Clock clock;

    ReviewQuestion(
            Applications applications,
            ChannelAnswers answers,
            ChannelAdapters channels,
            ChannelRefusals refusals,
            AccountOpening opening,
            VisitProposals visits,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.channels = channels;
        this.refusals = refusals;
        this.opening = opening;
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "review";
    }

    @Override
    public Word ask(Asked about) {
        String no = about.applicationNo();
        if (opening.done(no)) {
            return decided(ReviewOutcome.APPROVED, () -> {});
        }
        ReviewResult result = channels.of(about.channel()).accounts().review(no);
        if (result instanceof ReviewResult.Rejected rejected) {
            return refused(
                    ReviewOutcome.REFUSED, refusals.refused(about.turn(), no, rejected.issues(), rejected.message()));
        }
        if (result instanceof ReviewResult.Closed closed) {
            return refused(ReviewOutcome.CLOSED, refusals.closed(no, closed.reason()));
        }
        return moved(about, no, result);
    }

    private static Word refused(ReviewOutcome outcome, Answer.Refused refusal) {
        Map<String, Object> variables = new HashMap<>(refusal.variables());
        variables.put(Variables.REVIEW_OUTCOME.name(), outcome.name());
        return new Word.Decided(variables, refusal.store());
    }

    private Word moved(Asked about, String no, ReviewResult result) {
        if (result instanceof ReviewResult.Approved approved) {
            return decided(ReviewOutcome.APPROVED, () -> opening.open(no, approved.channelAccount(), "渠道已开户"));
        }
        return Standing.of(result)
                .map(standing -> at(about, no, standing, result))
                .orElseGet(() -> new Word.Undecided(null, null, () -> {}));
    }

    private Word at(Asked about, String no, Standing standing, ReviewResult result) {
        var expected = applications.byNo(no).expectedAt();
        Runnable store = () -> {
            answers.reviewing(no, standing.text(), standing.link(), expected);
            visits.keep(no, result);
            if (standing.link() != null) {
                noteEndOfLink(about, no);
            }
        };
        return waitsWhile(about).contains(standing.outcome().name())
                ? new Word.Undecided(standing.text(), null, store)
                : decided(standing.outcome(), store);
    }

    /** The channel's link ends some days after it was given: property {@code linkDays} of the step. */
    private void noteEndOfLink(Asked about, String no) {
        String days = about.step().get("linkDays");
        if (days != null && applications.byNo(no).channelLinkUntil() == null) {
            answers.linkUntil(no, clock.instant().plus(Duration.ofDays(Long.parseLong(days))));
        }
    }

    private static List<String> waitsWhile(Asked about) {
        return List.of(about.step().get("waitsWhile").split(","));
    }

    private static Word decided(ReviewOutcome outcome, Runnable store) {
        return new Word.Decided(Map.of(Variables.REVIEW_OUTCOME.name(), outcome.name()), store);
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

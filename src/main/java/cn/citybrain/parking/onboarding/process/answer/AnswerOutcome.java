package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.access.Conflicts;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What came of a question: the facts, and either the step or the next question, in one transaction. A wait that was answered
 * or left meanwhile, or that another node asks for by now, is not touched.
 */
@Component
class AnswerOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOutcome.class);
    private static final int TEXT_LENGTH = 500;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration POSTPONED = Duration.ofSeconds(20);

    private final AnswerClaims claims;
    private final WaitingSteps words;
    private final AnsweredSteps steps;
    private final ProcessMails mails;
    private final Addressees addressees;
    private final ProcessSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnswerOutcome(
            AnswerClaims claims,
            WaitingSteps words,
            AnsweredSteps steps,
            ProcessMails mails,
            Addressees addressees,
            ProcessSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.claims = claims;
        this.words = words;
        this.steps = steps;
        this.mails = mails;
        this.addressees = addressees;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The channel has answered and is not asked again when a person changed the process at the same moment. */
    void apply(AwaitedAnswer wait, String by, Word word) {
        Conflicts.repeat(() -> transaction.execute(tx -> {
            store(wait, by, word, tx);
            return null;
        }));
    }

    /** Facts first: a person's change takes the locks in the same order. */
    private void store(AwaitedAnswer wait, String by, Word word, TransactionStatus tx) {
        word.store().run();
        if (word instanceof Word.Undecided still) {
            if (!undecided(wait, by, still)) {
                tx.setRollbackOnly();
            }
        } else if (claims.answered(wait, by)) {
            steps.goOn(wait, ((Word.Decided) word).variables());
        } else {
            LOG.info("the answer for {} came too late: {} is over", wait.applicationNo(), wait.elementId());
            tx.setRollbackOnly();
        }
    }

    private boolean undecided(AwaitedAnswer wait, String by, Word.Undecided still) {
        Instant now = clock.instant();
        String words = shortened(still.text());
        int unchanged = Objects.equals(words, wait.lastWords()) ? wait.unchanged() + 1 : 0;
        Duration pause = still.askAgainIn() == null ? settings.waiting().delayAfter(unchanged) : still.askAgainIn();
        Duration in = pause.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : pause;
        return claims.undecided(wait, by, words, unchanged, now, now.plus(in));
    }

    /** Nothing was heard, which says nothing about this wait. Some wait longer than others. */
    void postponed(AwaitedAnswer wait, String by, String why) {
        LOG.info("{} of {} waits: {}", wait.question(), wait.applicationNo(), why);
        long pause = ThreadLocalRandom.current().nextLong(POSTPONED.toMillis() / 2, POSTPONED.toMillis() * 3 / 2);
        claims.postponed(wait, by, clock.instant().plusMillis(pause));
    }

    /**
     * Asks again, later and later. No incident: nothing is to be repaired in the process. The supervisors are told once, after
     * as many failures as make an incident of an act.
     */
    void failed(AwaitedAnswer wait, String by, RuntimeException e) {
        List<Duration> pauses = settings.worker().retryAfter();
        int failures = wait.failedInARow() + 1;
        Instant next = clock.instant().plus(pauses.get(Math.min(failures, pauses.size()) - 1));
        String error = shortened(e.getClass().getSimpleName() + ": " + e.getMessage());
        LOG.warn("{} of {} failed, {} times in a row", wait.question(), wait.applicationNo(), failures, e);
        transaction.executeWithoutResult(tx -> {
            if (claims.failed(wait, by, error, failures, next) && failures == pauses.size() + 1) {
                tell(wait, failures, error);
            }
        });
    }

    private void tell(AwaitedAnswer wait, int failures, String error) {
        Map<String, Object> values = Map.of(
                "step",
                words.of(wait.definitionId(), wait.elementId()).name(),
                "failures",
                failures,
                "error",
                Reasons.safe(error));
        mails.send(
                "question-failing",
                wait.executionId(),
                wait.applicationNo(),
                addressees.role(Role.OPS_SUPERVISOR),
                values);
    }

    private static String shortened(String text) {
        return Typed.cut(text, TEXT_LENGTH);
    }
}

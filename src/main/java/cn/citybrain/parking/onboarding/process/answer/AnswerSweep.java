package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.work.KnownVersions;
import cn.citybrain.parking.onboarding.process.work.Lanes;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks channels for what steps wait to hear, as it becomes due. Claims share the work among nodes; no transaction and no lock
 * of the engine is held while a channel thinks. Of a channel that does not answer only that is claimed which a callback may
 * have answered: it is brought to its step, and nobody is asked. Of a slow one no more is claimed than its own threads take;
 * acts at the same channel have threads of their own.
 */
@Component
public class AnswerSweep {

    private static final int BATCH = 10;
    private static final String NO_ANSWER = "the channel does not answer";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnswerClaims claims;
    private final AnswerOutcome outcome;
    private final WaitingSteps steps;
    private final Circuits circuits;
    private final KnownVersions versions;
    private final ProcessSettings.Worker settings;
    private final Lanes lanes;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final AtomicLong claimed = new AtomicLong();

    AnswerSweep(
            AnswerClaims claims,
            AnswerOutcome outcome,
            WaitingSteps steps,
            Circuits circuits,
            KnownVersions versions,
            ProcessSettings settings,
            Clock clock) {
        this.claims = claims;
        this.outcome = outcome;
        this.steps = steps;
        this.circuits = circuits;
        this.versions = versions;
        this.settings = settings.worker();
        this.lanes = new Lanes(settings);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.process.worker.interval}")
    void onSchedule() {
        for (Channel channel : Channel.values()) {
            claim(channel, lanes.free(channel)).forEach(mine -> lanes.submit(channel, () -> ask(channel, mine)));
        }
    }

    /** Asks for all that is due in this thread. Returns how many questions were asked. */
    public int runOnce() {
        int asked = 0;
        for (Channel channel : Channel.values()) {
            for (List<Claim> due = claim(channel, BATCH); !due.isEmpty(); due = claim(channel, BATCH)) {
                due.forEach(mine -> ask(channel, mine));
                asked += due.size();
            }
        }
        return asked;
    }

    /** Before the engine and the database end. */
    @PreDestroy
    void stop() {
        lanes.stop(PATIENCE);
    }

    /** @param by unlike that of any other claim, so that one that ran out is not taken for the next one */
    private record Claim(AwaitedAnswer awaited, String by) {}

    private List<Claim> claim(Channel channel, int most) {
        boolean asking = circuits.of(channel).passable();
        int room = asking ? circuits.of(channel).room(most) : most;
        List<String> definitions = List.of(versions.definitions());
        if (room == 0 || definitions.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return claims.due(channel, steps.questions(asking), now, definitions, room).stream()
                .map(wait -> new Claim(wait, node + "/" + claimed.incrementAndGet()))
                .filter(mine -> claims.claim(mine.awaited(), mine.by(), now, now.plus(settings.lock())))
                .toList();
    }

    private void ask(Channel channel, Claim mine) {
        AwaitedAnswer wait = mine.awaited();
        try {
            Asked about = Asked.of(
                    wait, steps.of(wait.definitionId(), wait.elementId()).properties());
            Question question = steps.question(wait.question());
            if (circuits.of(channel).passable()) {
                outcome.apply(wait, mine.by(), question.ask(about));
            } else {
                question.known(about)
                        .ifPresentOrElse(
                                word -> outcome.apply(wait, mine.by(), word),
                                () -> outcome.postponed(wait, mine.by(), NO_ANSWER));
            }
        } catch (SuspendedEntityInteractionException suspendedMeanwhile) {
            outcome.postponed(wait, mine.by(), "the instance is suspended");
        } catch (RuntimeException e) {
            if (circuits.of(channel).closed()) {
                outcome.failed(wait, mine.by(), e);
            } else {
                outcome.postponed(wait, mine.by(), NO_ANSWER);
            }
        }
    }
}

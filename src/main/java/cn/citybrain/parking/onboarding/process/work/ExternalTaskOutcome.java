package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.access.Conflicts;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves the process by what came of an external task: the facts and the step in one transaction. */
@Component
public class ExternalTaskOutcome {

    /** Holder of the lock while nobody works on a task: it only waits for its next poll. In current models only until an act can begin. */
    public static final String WAITING = "waits-for-next-poll";

    private static final Logger LOG = LoggerFactory.getLogger(ExternalTaskOutcome.class);
    private static final int MESSAGE_LENGTH = 500;
    private static final long SHORTEST_WAIT = 1000;
    private static final Duration POSTPONED = Duration.ofSeconds(20);

    private final ExternalTaskService tasks;
    private final TransactionTemplate transaction;
    private final List<Duration> retryAfter;
    private final String workerId = "worker-" + UUID.randomUUID();

    ExternalTaskOutcome(ExternalTaskService tasks, PlatformTransactionManager transactions, ProcessSettings settings) {
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
        this.retryAfter = settings.worker().retryAfter();
    }

    String workerId() {
        return workerId;
    }

    /** The channel has answered and is not asked again when a person changed the process at the same moment. */
    void apply(LockedExternalTask task, Answer answer) {
        Conflicts.repeat(() -> transaction.execute(tx -> {
            store(task, answer);
            return null;
        }));
    }

    private void store(LockedExternalTask task, Answer answer) {
        answer.store().run();
        if (answer instanceof Answer.Done done) {
            tasks.complete(task.getId(), workerId, done.variables());
        } else if (answer instanceof Answer.Refused refused) {
            tasks.handleBpmnError(task.getId(), workerId, refused.errorCode(), null, refused.variables());
        } else if (answer instanceof Answer.Later later) {
            forgetFailures(task);
            await(task, later.in());
        }
    }

    /** The channel answered: what failed on the way to it in the weeks of a wait does not add up to an incident. */
    private void forgetFailures(LockedExternalTask task) {
        if (task.getRetries() != null && task.getRetries() <= retryAfter.size()) {
            tasks.setRetries(task.getId(), retryAfter.size() + 1);
        }
    }

    private void await(LockedExternalTask task, Duration wait) {
        tasks.unlock(task.getId());
        tasks.lock(task.getId(), WAITING, Math.max(SHORTEST_WAIT, wait.toMillis()));
    }

    /** Waits until the channel may answer again, some tasks longer than others. */
    void postponed(LockedExternalTask task) {
        LOG.info("{} of {} waits: the channel does not answer", task.getTopicName(), task.getBusinessKey());
        long wait = ThreadLocalRandom.current().nextLong(POSTPONED.toMillis() / 2, POSTPONED.toMillis() * 3 / 2);
        transaction.executeWithoutResult(tx -> {
            if (stillOurs(task)) {
                await(task, Duration.ofMillis(wait));
            }
        });
    }

    /** Tries again later, or raises an incident. A task that is gone was ended from outside (withdrawn): nothing to do. */
    void failed(LockedExternalTask task, RuntimeException e) {
        if (stillOurs(task)) {
            int left = (task.getRetries() == null ? retryAfter.size() + 1 : task.getRetries()) - 1;
            Duration wait = left == 0 ? Duration.ZERO : retryAfter.get(Math.max(0, retryAfter.size() - left));
            LOG.warn("{} of {} failed, {} attempts left", task.getTopicName(), task.getBusinessKey(), left, e);
            report(task, e, left, wait);
        }
    }

    private void report(LockedExternalTask task, RuntimeException e, int left, Duration wait) {
        String message = e.getClass().getSimpleName() + ": " + e.getMessage();
        try {
            tasks.handleFailure(task.getId(), workerId, Typed.cut(message, MESSAGE_LENGTH), left, wait.toMillis());
        } catch (BadUserRequestException gone) {
            LOG.info("{} of {} was ended while it was worked", task.getTopicName(), task.getBusinessKey());
        }
    }

    private boolean stillOurs(LockedExternalTask task) {
        return tasks.createExternalTaskQuery()
                        .externalTaskId(task.getId())
                        .workerId(workerId)
                        .count()
                == 1;
    }
}

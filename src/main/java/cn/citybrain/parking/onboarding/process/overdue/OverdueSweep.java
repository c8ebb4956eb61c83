package cn.citybrain.parking.onboarding.process.overdue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the escalations of steps that were left or postponed, and opens those whose date has passed. Any number of nodes. */
@Component
public class OverdueSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueSweep.class);
    private static final String OVER = "escalationOver";

    private final OverdueTable table;
    private final Overdues overdues;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OverdueSweep(
            OverdueTable table,
            Overdues overdues,
            RuntimeService runtime,
            HistoryService history,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.overdues = overdues;
        this.runtime = runtime;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.process.overdue.sweep-every}")
    void onSchedule() {
        runOnce();
    }

    /** Returns how many steps there were to see to. */
    public int runOnce() {
        List<String> steps = table.toMove(clock.instant());
        for (String step : steps) {
            try {
                transaction.executeWithoutResult(status -> table.locked(step).ifPresent(this::move));
            } catch (RuntimeException e) {
                LOG.warn("the escalation of step {} could not be moved; tried again later", step, e);
            }
        }
        return steps.size();
    }

    private void move(OverdueStep step) {
        if (step.overAt() != null) {
            end(step);
            table.remove(step.stepId());
        } else if (step.instanceId() == null) {
            overdues.open(step);
        } else if (step.opensAt().isAfter(clock.instant())) {
            end(step);
            table.closed(step.stepId());
        }
    }

    private void end(OverdueStep step) {
        Optional.ofNullable(step.instanceId())
                .map(instance -> runtime.createExecutionQuery()
                        .processInstanceId(instance)
                        .messageEventSubscriptionName(OVER)
                        .singleResult())
                .map(Execution::getId)
                .ifPresent(execution -> runtime.messageEventReceived(OVER, execution));
    }

    @Scheduled(fixedDelayString = "${onboarding.process.waiting.compare-every}")
    void onCompare() {
        compare();
    }

    /** Steps that are gone without a word, and escalations that somebody deleted: after a backup was restored, or by hand. */
    public void compare() {
        for (OverdueStep step : table.all()) {
            if (history.createHistoricActivityInstanceQuery()
                            .activityInstanceId(step.stepId())
                            .unfinished()
                            .count()
                    == 0) {
                table.over(step.stepId(), clock.instant());
            } else if (step.instanceId() != null
                    && runtime.createProcessInstanceQuery()
                                    .processInstanceId(step.instanceId())
                                    .count()
                            == 0) {
                table.closed(step.stepId());
            }
        }
    }
}

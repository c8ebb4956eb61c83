package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.process.answer.AnsweredSteps.Waiting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares, now and then, the steps that wait with what is asked for: a step that was moved by hand, deleted past its
 * listeners, or restored from another moment than the table would wait for ever, or be asked for in vain.
 */
@Component
public class WaitComparison {

    private static final Logger LOG = LoggerFactory.getLogger(WaitComparison.class);

    private final RuntimeService runtime;
    private final AnsweredSteps answered;
    private final WaitingSteps steps;
    private final AwaitedAnswers waits;

    WaitComparison(RuntimeService runtime, AnsweredSteps answered, WaitingSteps steps, AwaitedAnswers waits) {
        this.runtime = runtime;
        this.answered = answered;
        this.steps = steps;
        this.waits = waits;
    }

    @Scheduled(fixedDelayString = "${onboarding.process.waiting.compare-every}")
    void onSchedule() {
        compare();
    }

    /**
     * What the table has and no step waits for is taken away; what a step waits for and the table lacks is asked for again.
     * The table is read first: a row and its step come and go together, so what is missing later was left meanwhile.
     * Returns how many there were.
     */
    public int compare() {
        Set<String> asked = new HashSet<>(waits.executions());
        List<Waiting> waiting = answered.all();
        Set<String> stale = new HashSet<>(asked);
        waiting.forEach(step -> stale.remove(step.executionId()));
        stale.forEach(waits::end);
        List<Waiting> lost = waiting.stream()
                .filter(step -> !asked.contains(step.executionId()))
                .toList();
        long found = lost.stream().filter(this::askAgain).count();
        if (found > 0 || !stale.isEmpty()) {
            LOG.warn("{} waits were asked for in vain, {} were not asked for", stale.size(), found);
        }
        return stale.size() + (int) found;
    }

    /** False if it was begun since the table was read, or left. */
    private boolean askAgain(Waiting lost) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(lost.instanceId())
                .singleResult();
        if (instance == null) {
            return false;
        }
        String definition = instance.getProcessDefinitionId();
        String step = steps.host(definition, lost.elementId());
        Map<String, Object> values =
                runtime.createVariableInstanceQuery().processInstanceIdIn(lost.instanceId()).list().stream()
                        .filter(variable -> variable.getValue() != null)
                        .collect(Collectors.toMap(
                                variable -> variable.getName(),
                                variable -> variable.getValue(),
                                (first, second) -> first));
        try {
            Optional<AwaitedAnswer> wait = steps.begin(
                    lost.executionId(), lost.instanceId(), definition, step, steps.of(definition, step), values::get);
            wait.ifPresent(waits::begin);
            return wait.isPresent();
        } catch (DuplicateKeyException begunMeanwhile) {
            return false;
        }
    }
}

package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import cn.citybrain.parking.onboarding.process.due.WaitNames;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.springframework.stereotype.Component;

/** 上报运营公司主管: somebody outside has not answered in time. The wait goes on, and the supervisors get a task about it. */
@Component("escalation")
class Escalation implements JavaDelegate {

    private final Overdues overdues;
    private final DueDates dueDates;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final Clock clock;

    Escalation(Overdues overdues, DueDates dueDates, RuntimeService runtime, HistoryService history, Clock clock) {
        this.overdues = overdues;
        this.dueDates = dueDates;
        this.runtime = runtime;
        this.history = history;
        this.clock = clock;
    }

    /** An answer that came between the timer and this step leaves nobody to wait for. */
    @Override
    public void execute(DelegateExecution step) {
        WaitNames.of(step)
                .flatMap(wait -> waiting(step, wait).map(instance -> overdue(step, wait, instance)))
                .ifPresent(overdues::begin);
    }

    private Optional<ActivityInstance> waiting(DelegateExecution step, Activity wait) {
        return Arrays.stream(
                        runtime.getActivityInstance(step.getProcessInstanceId()).getActivityInstances(wait.getId()))
                .findFirst();
    }

    private OverdueStep overdue(DelegateExecution step, Activity wait, ActivityInstance instance) {
        Instant now = clock.instant();
        HistoricActivityInstance begun = history.createHistoricActivityInstanceQuery()
                .activityInstanceId(instance.getId())
                .singleResult();
        Instant from = begun == null ? now : begun.getStartTime().toInstant();
        return OverdueStep.of(
                instance.getId(),
                null,
                instance.getExecutionIds()[0],
                Variables.APPLICATION_NO.get(step),
                Variables.CHANNEL.get(step),
                Variables.BINDING_ID.find(step),
                wait.getName(),
                now,
                dueDates.between(from, now));
    }
}

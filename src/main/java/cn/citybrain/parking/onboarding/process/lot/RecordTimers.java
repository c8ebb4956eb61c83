package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.record.SignsOfLife;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import cn.citybrain.parking.onboarding.process.work.GateWaits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The reminders and the escalation of 等待完整的“先离场后付费”实车记录 count from the last sign of life of the test, or from when it
 * could begin: not anew after each failed test, and not while somebody is at it. The engine counts from the gate's arrival
 * at its wait; that is put right when it has arrived, and before a timer fires.
 */
@Component
public class RecordTimers {

    private static final Logger LOG = LoggerFactory.getLogger(RecordTimers.class);
    private static final String GATE = "test-deduction-gate";
    private static final Duration SOON = Duration.ofHours(1);

    /** Working days, by the event at the wait's border. */
    private static final Map<String, Integer> DAYS =
            Map.of("event_remind5", 5, "event_remind10", 10, "event_escalate20", 20);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final HistoryService history;
    private final SignsOfLife signs;
    private final DueDates dueDates;
    private final Clock clock;

    RecordTimers(
            RuntimeService runtime,
            ManagementService management,
            HistoryService history,
            SignsOfLife signs,
            DueDates dueDates,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.history = history;
        this.signs = signs;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "process.record-timers")
    void on(GateWaits gate) {
        arrived(gate.bindingId());
    }

    /** A gate waits for a record, for the first time or again. */
    public void arrived(long bindingId) {
        Execution waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName("recordArrived")
                .processVariableValueEquals(Variables.BINDING_ID.name(), bindingId)
                .singleResult();
        if (waiting != null) {
            timers(Optional.of(waiting.getProcessInstanceId()), Optional.empty())
                    .forEach(timer -> move(timer, workingDayLeft(due(timer))));
        }
    }

    @Scheduled(fixedDelayString = "${onboarding.process.sweep-every}")
    void onSchedule() {
        postpone();
    }

    /** Timers that are about to fire although there was a sign of life since are moved. Returns how many. */
    public int postpone() {
        Instant soon = clock.instant().plus(SOON);
        return (int) timers(Optional.empty(), Optional.of(soon))
                .filter(timer -> timer.job().getDuedate().toInstant().isBefore(due(timer)))
                .filter(timer -> move(timer, due(timer)))
                .count();
    }

    private record Timer(Job job, int days) {}

    /** The timers of all versions of the gate, those of one instance, those that are due before a moment. */
    private Stream<Timer> timers(Optional<String> instanceId, Optional<Instant> before) {
        Map<String, Integer> days = management
                .createJobDefinitionQuery()
                .processDefinitionKey(GATE)
                .activityIdIn(DAYS.keySet().toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.toMap(found -> found.getId(), found -> DAYS.get(found.getActivityId())));
        return days.entrySet().stream().flatMap(definition -> {
            var query = management.createJobQuery().timers().jobDefinitionId(definition.getKey());
            instanceId.ifPresent(query::processInstanceId);
            before.ifPresent(moment -> query.duedateLowerThan(Date.from(moment)));
            List<Job> jobs = query.list();
            return jobs.stream().map(job -> new Timer(job, definition.getValue()));
        });
    }

    /** Counted from the last sign of life; possibly long ago. */
    private Instant due(Timer timer) {
        String instance = timer.job().getProcessInstanceId();
        Long binding = (Long) runtime.getVariable(instance, Variables.BINDING_ID.name());
        Instant from = Stream.concat(signs.last(binding).stream(), begun(instance))
                .max(Instant::compareTo)
                .orElseGet(clock::instant);
        return dueDates.workingDaysAfter(from, timer.days());
    }

    /** After a dispute that took its time, for instance, people have a working day before they are reminded. */
    private Instant workingDayLeft(Instant due) {
        Instant now = clock.instant();
        return due.isAfter(now) ? due : dueDates.workingDaysAfter(now, 1);
    }

    /** When the test could begin: the vendor had said that all is ready. */
    private Stream<Instant> begun(String instanceId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .activityId("userTask_prepareInterface")
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getEndTime)
                .map(Date::toInstant);
    }

    /** False if it fired, or was moved, meanwhile. */
    private boolean move(Timer timer, Instant due) {
        try {
            management.setJobDuedate(timer.job().getId(), Date.from(due));
            return true;
        } catch (RuntimeException e) {
            LOG.info("timer {} was not moved", timer.job().getId(), e);
            return false;
        }
    }
}

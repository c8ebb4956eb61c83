package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * A task is overdue: the supervisors get a task of their own about it, 处理超期. The overdue one stays with those whose role it
 * is. Where people agreed on a date, it is not overdue before.
 */
@Component("taskEscalation")
class TaskEscalation implements TaskListener {

    private final Overdues overdues;
    private final VisitDates visits;
    private final DueDates dueDates;
    private final Clock clock;

    TaskEscalation(Overdues overdues, VisitDates visits, DueDates dueDates, Clock clock) {
        this.overdues = overdues;
        this.visits = visits;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Instant now = clock.instant();
        String no = Variables.APPLICATION_NO.get(task);
        Instant since = visits.until(task.getBpmnModelElementInstance(), no)
                .filter(now::isBefore)
                .or(() -> Optional.ofNullable(task.getDueDate()).map(Date::toInstant))
                .orElse(now);
        overdues.begin(OverdueStep.of(
                task.getExecution().getActivityInstanceId(),
                task.getId(),
                task.getExecutionId(),
                no,
                Variables.CHANNEL.get(task),
                Variables.BINDING_ID.find(task),
                task.getName(),
                since,
                dueDates.between(task.getCreateTime().toInstant(), since)));
    }
}

package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.VisitAhead;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Dates that people agreed on move the due date: a task that waits for a visit (property {@code visitor}) is not due before the
 * working day after it, and neither its reminder nor its escalation comes before.
 */
@Component
class VisitDates {

    private static final String VISITOR = "visitor";

    private final Appointments appointments;
    private final Overdues overdues;
    private final DueDates dueDates;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final RepositoryService models;
    private final EngineRights rights;

    VisitDates(
            Appointments appointments,
            Overdues overdues,
            DueDates dueDates,
            TaskService tasks,
            ManagementService jobs,
            RepositoryService models,
            EngineRights rights) {
        this.appointments = appointments;
        this.overdues = overdues;
        this.dueDates = dueDates;
        this.tasks = tasks;
        this.jobs = jobs;
        this.models = models;
        this.rights = rights;
    }

    /** Before when a step is not overdue; empty where nobody agreed on a date. */
    Optional<Instant> until(BaseElement step, String applicationNo) {
        return StepProperties.of(step).containsKey(VISITOR)
                ? appointments.ahead(applicationNo).map(Appointment::visitAt).map(this::dayAfter)
                : Optional.empty();
    }

    @EventListener
    void on(VisitAhead visit) {
        Instant due = dayAfter(visit.visitAt());
        rights.own(() -> {
            tasks.createTaskQuery().processInstanceBusinessKey(visit.applicationNo()).list().stream()
                    .filter(this::waitsForVisit)
                    .forEach(task -> move(task, due));
            return null;
        });
    }

    private Instant dayAfter(Instant visitAt) {
        return dueDates.workingDaysAfter(visitAt, 1);
    }

    private boolean waitsForVisit(Task task) {
        BaseElement step = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return StepProperties.of(step).containsKey(VISITOR);
    }

    private void move(Task task, Instant due) {
        if (task.getDueDate() != null && task.getDueDate().toInstant().isBefore(due)) {
            tasks.setDueDate(task.getId(), Date.from(due));
            moveTimers(task.getExecutionId(), due);
            overdues.postpone(task.getId(), due);
        }
    }

    /** The last of a task's timers is its escalation, those before it remind of it. */
    private void moveTimers(String executionId, Instant due) {
        List<Job> timers = jobs.createJobQuery().executionId(executionId).timers().list().stream()
                .sorted(Comparator.comparing(Job::getDuedate))
                .toList();
        for (int i = 0; i < timers.size(); i++) {
            Instant at = i == timers.size() - 1 ? due : dueDates.morningOf(due);
            jobs.setJobDuedate(timers.get(i).getId(), Date.from(at));
        }
    }
}

package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.handover.Colleagues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the form of 处理超期 shows, and keeps before the task is completed with it. Only the completed task carries it out. */
@RestController
class OverdueController {

    private final CurrentUser user;
    private final EngineRights rights;
    private final TaskService tasks;
    private final OverdueTable table;
    private final Colleagues colleagues;
    private final OverdueNotes notes;
    private final Withdrawable withdrawable;
    private final OverdueChoices choices;

    OverdueController(
            CurrentUser user,
            EngineRights rights,
            TaskService tasks,
            OverdueTable table,
            Colleagues colleagues,
            OverdueNotes notes,
            Withdrawable withdrawable,
            OverdueChoices choices) {
        this.user = user;
        this.rights = rights;
        this.tasks = tasks;
        this.table = table;
        this.colleagues = colleagues;
        this.notes = notes;
        this.withdrawable = withdrawable;
        this.choices = choices;
    }

    /**
     * @param waitsFor who has the overdue task, in Chinese; empty where the step waits for somebody outside
     * @param task whether the step is a person's task, which can be handed over
     * @param withdrawable whether there is an application or a lot that can still be withdrawn
     * @param nextDays in how many working days it is reported again
     */
    record OverdueView(
            String name,
            String applicationNo,
            Long bindingId,
            Instant since,
            int level,
            String waitsFor,
            boolean task,
            boolean withdrawable,
            int nextDays,
            List<Colleagues.Colleague> colleagues) {}

    /**
     * @param until for {@code extend}
     * @param to a person's id, for {@code handOver}
     * @param reason for {@code withdraw}; the word that goes with {@code handOver}
     */
    record Decision(String decision, LocalDate until, String to, String reason) {}

    @GetMapping("/api/tasks/{id}/overdue")
    OverdueView show(@PathVariable String id) {
        Actor actor = user.current();
        return rights.own(() -> {
            if (actor.is(Role.LOT_OPERATOR) || actor.is(Role.LOT_VENDOR)) {
                throw new NotVisible();
            }
            OverdueStep step = step(visible(id, actor));
            return new OverdueView(
                    step.name(),
                    step.applicationNo(),
                    step.bindingId(),
                    step.since(),
                    step.level(),
                    notes.worker(step),
                    step.isTask(),
                    withdrawable.is(step),
                    step.days(),
                    step.isTask() ? colleagues.of(step.taskId()) : List.of());
        });
    }

    @PostMapping("/api/tasks/{id}/overdue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void decide(@PathVariable String id, @RequestBody Decision decision) {
        Actor actor = user.current();
        rights.own(() -> {
            Task task = visible(id, actor);
            if (!actor.is(Role.OPS_SUPERVISOR)) {
                throw new StepForbidden("只有运营公司主管可以处理超期事项");
            }
            if (task.getAssignee() != null && !task.getAssignee().equals(actor.userId())) {
                throw new StepForbidden("任务已由 " + task.getAssignee() + " 认领，只有认领人可以办理");
            }
            OverdueStep step = step(task);
            table.decided(step.stepId(), choices.of(step, decision, actor));
            return null;
        });
    }

    private Task visible(String id, Actor actor) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null || !actor.sees(task.getTenantId())) {
            throw new NotVisible();
        }
        return task;
    }

    private OverdueStep step(Task task) {
        Object step = tasks.getVariable(task.getId(), Variables.OVERDUE_STEP.name());
        if (!(step instanceof String stepId)) {
            throw new NotVisible();
        }
        return table.locked(stepId).filter(found -> found.overAt() == null).orElseThrow(NotVisible::new);
    }
}

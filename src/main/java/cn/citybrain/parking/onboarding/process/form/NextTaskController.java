package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.task.OwnClaims;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads whoever completed a task, or started a process, straight into what follows, where that is theirs to do as well. */
@RestController
class NextTaskController {

    /** What follows is opened with the completion; later it is another task, which anybody takes from the list. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final CurrentUser user;
    private final EngineRights rights;
    private final OwnClaims claims;
    private final LotBindings bindings;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final TaskService tasks;

    NextTaskController(
            CurrentUser user,
            EngineRights rights,
            OwnClaims claims,
            LotBindings bindings,
            HistoryService history,
            RuntimeService runtime,
            TaskService tasks) {
        this.user = user;
        this.rights = rights;
        this.claims = claims;
        this.bindings = bindings;
        this.history = history;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * @param id of the task that follows, now claimed by this person; null where nothing follows for them
     * @param done name of the task that they completed, or of the process that they started, where nothing follows
     * @param applicationNo what it was about, where nothing follows
     * @param lot which lot it was about, where nothing follows; null where it was about the application as a whole
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(String id, String done, String applicationNo, Lot lot) {

        static final Next NOTHING = new Next(null, null, null, null);

        record Lot(long bindingId, String name) {

            static Lot of(LotBinding binding) {
                return new Lot(binding.id(), binding.lotName());
            }
        }
    }

    @PostMapping("/api/tasks/{id}/next")
    Next afterTask(@PathVariable String id) {
        Actor actor = user.current();
        Optional<HistoricTaskInstance> completed =
                rights.own(() -> Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                                .taskId(id)
                                .finished()
                                .singleResult())
                        .filter(done -> actor.userId().equals(done.getAssignee())));
        return claimed(actor, rights.own(() -> completed.flatMap(done -> following(done, actor))))
                .or(() -> completed.map(one -> submitted(one.getName(), one.getProcessInstanceId())))
                .orElse(Next.NOTHING);
    }

    private Next submitted(String done, String instanceId) {
        Next.Lot lot = about(instanceId, Variables.BINDING_ID)
                .flatMap(bindings::byId)
                .map(Next.Lot::of)
                .orElse(null);
        return new Next(null, done, about(instanceId, Variables.APPLICATION_NO).orElse(null), lot);
    }

    private <T> Optional<T> about(String instanceId, Variables<T> variable) {
        return rights.own(() -> history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instanceId)
                .variableName(variable.name())
                .list()
                .stream()
                .map(found -> variable.type().cast(found.getValue()))
                .filter(Objects::nonNull)
                .findFirst());
    }

    /** As {@link #afterTask}, of a process that this person has just started. */
    @PostMapping("/api/instances/{id}/first-task")
    Next afterStart(@PathVariable String id) {
        Actor actor = user.current();
        Optional<HistoricProcessInstance> started =
                rights.own(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .startedBy(actor.userId())
                        .singleResult()));
        return claimed(actor, rights.own(() -> started.flatMap(one -> opened(one.getId(), one.getStartTime(), actor))))
                .or(() -> started.map(one -> submitted(one.getProcessDefinitionName(), one.getId())))
                .orElse(Next.NOTHING);
    }

    private Optional<Task> following(HistoricTaskInstance done, Actor actor) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(done.getProcessInstanceId())
                        .singleResult())
                .flatMap(running -> opened(running.getId(), done.getEndTime(), actor));
    }

    private Optional<Task> opened(String instanceId, Date moment, Actor actor) {
        return tasks
                .createTaskQuery()
                .processInstanceId(instanceId)
                .taskUnassigned()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .filter(task -> !task.getCreateTime().before(moment)
                        && !task.getCreateTime()
                                .toInstant()
                                .isAfter(moment.toInstant().plus(AT_ONCE)))
                .filter(task -> actor.sees(task.getTenantId()) && isCandidate(task, actor))
                .findFirst();
    }

    private boolean isCandidate(Task task, Actor actor) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .anyMatch(group -> group != null && actor.groups().contains(group));
    }

    private Optional<Next> claimed(Actor actor, Optional<Task> next) {
        return next.filter(task -> claims.isClaimed(task, actor)).map(task -> new Next(task.getId(), null, null, null));
    }
}

package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.overdue.OverdueNotes;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import cn.citybrain.parking.onboarding.process.task.StepWords;
import cn.citybrain.parking.onboarding.process.task.TaskSubmission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a form has to know of its task. */
@RestController
class TaskController {

    private final TaskService tasks;
    private final CurrentUser user;
    private final EngineRights rights;
    private final RepositoryService models;
    private final LotBindings bindings;
    private final OverdueNotes overdue;

    TaskController(
            TaskService tasks,
            CurrentUser user,
            EngineRights rights,
            RepositoryService models,
            LotBindings bindings,
            OverdueNotes overdue) {
        this.bindings = bindings;
        this.overdue = overdue;
        this.tasks = tasks;
        this.models = models;
        this.user = user;
        this.rights = rights;
    }

    /**
     * @param bindingId null for tasks about the whole application
     * @param lotName of the lot that the task is about; null for tasks about the whole application
     * @param words what the model tells the people of a step that the channel decides
     * @param visitor who of the channel comes to sign, where the step waits for a visit; null elsewhere
     * @param byHand whether the channel has no interface, so that its word comes on paper
     * @param choices every value that may be decided here
     * @param lotRefusal the channel's words when it refused the lot; null if it did not
     * @param overdue since when the task is overdue and who deals with it; null if it is not
     * @param request what people are asked to tell the channel; null if nothing
     */
    record TaskView(
            String id,
            String key,
            String name,
            String description,
            String applicationNo,
            String channelName,
            Long bindingId,
            String lotName,
            StepWords words,
            String visitor,
            boolean byHand,
            List<String> choices,
            String lotRefusal,
            String request,
            Instant due,
            String assignee,
            String overdue) {}

    @GetMapping("/api/tasks/{id}")
    TaskView task(@PathVariable String id) {
        Actor actor = user.current();
        return rights.own(() -> {
            Task task = tasks.createTaskQuery().taskId(id).singleResult();
            if (task == null || !sees(actor, task)) {
                throw new NotVisible();
            }
            return view(task);
        });
    }

    /** By tenant, or as one of those whose task it is: a vendor is no member of the operator's tenant. */
    private boolean sees(Actor actor, Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return actor.sees(task.getTenantId())
                || actor.vendorCompanies().stream().anyMatch(groups::contains);
    }

    private TaskView view(Task task) {
        Map<String, Object> values = tasks.getVariables(
                task.getId(),
                List.of(
                        Variables.APPLICATION_NO.name(),
                        Variables.CHANNEL.name(),
                        Variables.BINDING_ID.name(),
                        Variables.LOT_REFUSAL.name(),
                        Variables.BY_HAND.name(),
                        Variables.WITHDRAWAL_BY_HAND.name(),
                        Variables.REVIEW_WORDS.name()));
        return new TaskView(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDescription(),
                Variables.APPLICATION_NO.get(values),
                Channel.of(Variables.CHANNEL.get(values)).displayName(),
                (Long) values.get(Variables.BINDING_ID.name()),
                lotName((Long) values.get(Variables.BINDING_ID.name())),
                StepWords.of(step(task)).accepting((String) values.get(Variables.REVIEW_WORDS.name())),
                StepProperties.of(step(task)).get("visitor"),
                Boolean.TRUE.equals(values.get(Variables.BY_HAND.name())),
                TaskSubmission.choices(step(task)),
                (String) values.get(Variables.LOT_REFUSAL.name()),
                (String) values.get(Variables.WITHDRAWAL_BY_HAND.name()),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee(),
                overdue.ofTasks(List.of(task.getId())).get(task.getId()));
    }

    private String lotName(Long bindingId) {
        return Optional.ofNullable(bindingId)
                .flatMap(bindings::byId)
                .map(LotBinding::lotName)
                .orElse(null);
    }

    private BaseElement step(Task task) {
        return models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
    }
}

package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import cn.citybrain.parking.onboarding.process.task.StepWords;
import java.time.Instant;
import java.util.Arrays;
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

    TaskController(
            TaskService tasks, CurrentUser user, EngineRights rights, RepositoryService models, LotBindings bindings) {
        this.bindings = bindings;
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
     * @param lotRefusal the channel's words when it refused the lot; null if it did not
     * @param request what people are asked to tell the channel; null if nothing
     * @param submits names of what is handed over when the task is completed; a version of the model takes no other
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
            String lotRefusal,
            String request,
            List<String> submits,
            Instant due,
            String assignee) {}

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
                (String) values.get(Variables.LOT_REFUSAL.name()),
                (String) values.get(Variables.WITHDRAWAL_BY_HAND.name()),
                submits(task),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee());
    }

    private List<String> submits(Task task) {
        return Arrays.stream(StepProperties.of(step(task))
                        .getOrDefault("submits", "")
                        .split(","))
                .map(name -> name.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty())
                .toList();
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

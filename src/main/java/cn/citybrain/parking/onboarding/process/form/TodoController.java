package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.ApplicationOwners;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.register.UnstartedDrafts;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.device.MoreDevicesStarted;
import cn.citybrain.parking.onboarding.process.overdue.OverdueNotes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose turn it is: the open tasks of applications, without those of their lots, which the board knows. */
@RestController
class TodoController {

    private static final int MOST = 100;
    private static final String OUTSIDE = "对方";
    private static final String GO_ON = "继续填写草稿";

    private final CurrentUser user;
    private final EngineRights rights;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService models;
    private final ApplicationOwners owners;
    private final OverdueNotes overdue;
    private final UnstartedDrafts drafts;

    TodoController(
            CurrentUser user,
            EngineRights rights,
            RuntimeService runtime,
            TaskService tasks,
            RepositoryService models,
            ApplicationOwners owners,
            OverdueNotes overdue,
            UnstartedDrafts drafts) {
        this.user = user;
        this.rights = rights;
        this.runtime = runtime;
        this.tasks = tasks;
        this.models = models;
        this.owners = owners;
        this.overdue = overdue;
        this.drafts = drafts;
    }

    /**
     * @param id of the task, where the person may do it; null otherwise
     * @param task its name, in Chinese
     * @param who does it, in Chinese
     * @param overdue since when it is overdue and who deals with it, in Chinese; null if it is not
     */
    record Todo(String applicationNo, String id, String task, String who, String overdue) {}

    /** @param applications numbers; what the person may not see has no tasks here */
    @GetMapping("/api/todos")
    List<Todo> todos(@RequestParam List<String> applications) {
        if (applications.isEmpty() || applications.size() > MOST) {
            throw new StepRefused("一次请查询 1 至 " + MOST + " 份申请");
        }
        Actor actor = user.current();
        return rights.own(() -> {
            Map<String, String> keys = keys(applications);
            List<Task> open = tasks
                    .createTaskQuery()
                    .processInstanceBusinessKeyIn(keys.keySet().toArray(String[]::new))
                    .orderByTaskCreateTime()
                    .asc()
                    .list()
                    .stream()
                    .filter(task -> actor.sees(task.getTenantId()))
                    .toList();
            Map<String, String> instances = instances(open);
            Map<String, String> late =
                    overdue.ofTasks(open.stream().map(Task::getId).toList());
            Stream<Todo> todos = open.stream()
                    .map(task -> new Todo(
                            keys.get(instances.get(task.getProcessInstanceId())),
                            isOf(task, actor) ? task.getId() : null,
                            task.getName(),
                            who(task),
                            late.get(task.getId())));
            return Stream.of(todos, drafts(applications, actor), waits(applications, actor))
                    .flatMap(each -> each)
                    .toList();
        });
    }

    /** A draft whose process has not begun has no task, and is to be gone on with all the same. */
    private Stream<Todo> drafts(List<String> applications, Actor actor) {
        return actor.is(Role.LOT_OPERATOR)
                ? drafts.among(applications, actor.tenants()).stream()
                        .map(no -> new Todo(no, null, GO_ON, Role.LOT_OPERATOR.title(), null))
                : Stream.empty();
    }

    private boolean isOf(Task task, Actor actor) {
        return task.getAssignee() == null
                ? groups(task).anyMatch(actor.groups()::contains)
                : task.getAssignee().equals(actor.userId());
    }

    /** What is awaited of somebody outside is a todo once it is overdue. */
    private Stream<Todo> waits(List<String> applications, Actor actor) {
        return overdue.waitsOf(applications).stream()
                .filter(wait -> owners.tenantOf(wait.applicationNo())
                        .filter(actor::sees)
                        .isPresent())
                .map(wait -> new Todo(wait.applicationNo(), null, wait.name(), OUTSIDE, wait.note()));
    }

    /** Business keys of the processes about applications, each with the application's number. */
    private static Map<String, String> keys(List<String> applications) {
        Map<String, String> keys = new HashMap<>();
        for (String no : applications) {
            keys.put(no, no);
            keys.put(MoreDevicesStarted.key(no), no);
        }
        return keys;
    }

    /** Business keys of the instances that tasks are in. */
    private Map<String, String> instances(List<Task> open) {
        Set<String> instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private String who(Task task) {
        return groups(task)
                .flatMap(group -> Role.ofGroup(group).stream())
                .map(Role::title)
                .collect(Collectors.joining("、"));
    }

    /** The model's: a task that is handed to a vendor's company names the role there. */
    private Stream<String> groups(Task task) {
        UserTask step = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return step.getCamundaCandidateGroupsList().stream();
    }
}

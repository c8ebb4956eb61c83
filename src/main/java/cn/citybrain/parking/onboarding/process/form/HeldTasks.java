package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.worklist.OpenTask;
import cn.citybrain.parking.onboarding.process.worklist.OpenTasks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Whose the open tasks of a form are: what the form stores before its task is completed is of the one who has the task. */
@Component
class HeldTasks implements HeldSteps {

    private final OpenTasks list;
    private final TaskService tasks;
    private final EngineRights rights;
    private final CompanyPeople people;

    HeldTasks(OpenTasks list, TaskService tasks, EngineRights rights, CompanyPeople people) {
        this.list = list;
        this.tasks = tasks;
        this.rights = rights;
        this.people = people;
    }

    @Override
    public Optional<String> obstacle(String no, Step step, String userId) {
        return obstacle(no, forms(step), userId);
    }

    @Override
    public Optional<String> colleague(String no, Step step, String userId) {
        List<Task> open = open(list.ofApplications(List.of(no)), forms(step));
        return isTheirs(open, userId)
                ? Optional.empty()
                : open.stream()
                        .filter(task -> task.getAssignee() != null)
                        .findFirst()
                        .map(this::whose);
    }

    /**
     * Why this person may store nothing with these forms now, Chinese; empty if a task of one of them is theirs.
     *
     * @param forms names of files
     */
    Optional<String> obstacle(String no, Set<String> forms, String userId) {
        return obstacle(open(list.ofApplications(List.of(no)), forms), userId);
    }

    /** As {@link #obstacle(String, Set, String)}, of a lot's tasks. */
    Optional<String> obstacle(long bindingId, Set<String> forms, String userId) {
        return obstacle(open(list.ofBindings(List.of(bindingId)), forms), userId);
    }

    private Optional<String> obstacle(List<Task> open, String userId) {
        return isTheirs(open, userId)
                ? Optional.empty()
                : Optional.of(open.stream().findFirst().map(this::whose).orElse("这一步现在没有待办的任务，可能已经办结。请回到任务列表。"));
    }

    /** Oldest first. */
    private List<Task> open(List<OpenTask> of, Set<String> forms) {
        String[] ids = of.stream().map(OpenTask::id).toArray(String[]::new);
        return ids.length == 0
                ? List.of()
                : rights.own(
                        () -> tasks
                                .createTaskQuery()
                                .taskIdIn(ids)
                                .initializeFormKeys()
                                .orderByTaskCreateTime()
                                .asc()
                                .list()
                                .stream()
                                .filter(task -> task.getFormKey() != null && forms.contains(file(task.getFormKey())))
                                .toList());
    }

    private static boolean isTheirs(List<Task> open, String userId) {
        return open.stream().anyMatch(task -> userId.equals(task.getAssignee()));
    }

    private String whose(Task task) {
        return task.getAssignee() == null
                ? "请先认领任务“" + task.getName() + "”，再填写。"
                : "任务“" + task.getName() + "”已由 " + people.name(task.getAssignee()) + " 认领，只有认领人可以填写。";
    }

    private static Set<String> forms(Step step) {
        return switch (step) {
            case FORM -> Set.of("stage.html", "correct.html");
            case LOTS -> Set.of("bind-lots.html");
            case VISIT -> Set.of("visit.html");
            case DEVICES -> Set.of("devices.html", "more-devices.html");
            case REVIEW -> Set.of("review.html");
            case SIGNING_RESULT -> Set.of("record-result.html");
            case DEVICE_ACCEPTANCE -> Set.of("accept-devices.html");
        };
    }

    /** {@code embedded:deployment:review.html} is {@code review.html}. */
    private static String file(String formKey) {
        return formKey.substring(formKey.lastIndexOf(':') + 1);
    }
}

package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What is overdue, in words for lists: since when, and who deals with it. A list costs a fixed number of statements, however long it is. */
@NamedInterface("services")
@Component
public class OverdueNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final OverdueTable table;
    private final TaskService tasks;
    private final CompanyPeople people;
    private final Clock clock;

    OverdueNotes(OverdueTable table, TaskService tasks, CompanyPeople people, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
    }

    /** By id of the overdue task. */
    public Map<String, String> ofTasks(Collection<String> taskIds) {
        return said(table.open("task_id", taskIds), OverdueStep::taskId);
    }

    /**
     * What is overdue about applications as a whole and about lots: by id of the task, or of the execution that waits.
     *
     * @param applications numbers
     */
    public Map<String, String> ofSteps(Collection<String> applications, Collection<Long> bindingIds) {
        List<OverdueStep> steps = new ArrayList<>(table.open("binding_id", bindingIds));
        steps.addAll(table.openWithoutLot(applications));
        return said(steps, step -> step.isTask() ? step.taskId() : step.executionId());
    }

    /** Who has the overdue task, or may take it; empty where nobody of ours is waited for. */
    String worker(OverdueStep step) {
        Task task =
                step.isTask() ? tasks.createTaskQuery().taskId(step.taskId()).singleResult() : null;
        if (task == null) {
            return "";
        }
        return task.getAssignee() != null
                ? people.name(task.getAssignee())
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .map(group ->
                                Role.ofGroup(group).orElse(Role.LOT_VENDOR).title())
                        .distinct()
                        .collect(Collectors.joining("、"));
    }

    private Map<String, String> said(List<OverdueStep> steps, Function<OverdueStep, String> key) {
        Map<String, Task> handlers = handlers(steps);
        Map<String, String> names = names(steps, handlers.values());
        Map<String, String> notes = new HashMap<>();
        for (OverdueStep step : steps) {
            String note = note(step, handlers.get(step.instanceId()), names);
            notes.merge(key.apply(step), note, (first, second) -> first + "；" + second);
        }
        return notes;
    }

    private Map<String, String> names(List<OverdueStep> steps, Collection<Task> handlers) {
        Stream<String> deciders = steps.stream()
                .map(OverdueStep::handling)
                .filter(Objects::nonNull)
                .flatMap(done -> Stream.of(done.by(), done.handedTo()));
        return people.names(Stream.concat(deciders, handlers.stream().map(Task::getAssignee))
                .filter(Objects::nonNull)
                .toList());
    }

    /** The open tasks 处理超期, by their instance. */
    private Map<String, Task> handlers(List<OverdueStep> steps) {
        String[] instances = steps.stream().map(OverdueStep::instanceId).toArray(String[]::new);
        return instances.length == 0
                ? Map.of()
                : tasks.createTaskQuery().processInstanceIdIn(instances).list().stream()
                        .collect(Collectors.toMap(Task::getProcessInstanceId, Function.identity(), (one, two) -> one));
    }

    private String note(OverdueStep step, Task open, Map<String, String> names) {
        String again = step.level() > 1 ? "，第 " + step.level() + " 次上报" : "";
        return "超期，" + day(step.since()) + " 起" + again + "，" + handler(step, open, names);
    }

    private String handler(OverdueStep step, Task open, Map<String, String> names) {
        if (open != null) {
            return open.getAssignee() == null
                    ? "等待" + Role.OPS_SUPERVISOR.title() + "处理"
                    : names.get(open.getAssignee()) + "处理中";
        }
        if (step.handling() == null) {
            return Role.OPS_SUPERVISOR.title() + "已处理";
        }
        String by = names.get(step.handling().by());
        return switch (step.handling().decision()) {
            case REMIND -> by + "已再次提醒";
            case EXTEND -> by + "已延期至 " + day(step.handling().until());
            case HAND_OVER -> by + "已转交" + names.get(step.handling().handedTo());
            case WITHDRAW -> by + "已撤回";
        };
    }

    private String day(Instant moment) {
        return DAY.withZone(clock.getZone()).format(moment);
    }
}

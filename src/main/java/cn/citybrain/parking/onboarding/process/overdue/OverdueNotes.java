package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What is overdue, in words for lists: since when, and who deals with it. A list costs two statements, however long it is. */
@NamedInterface("services")
@Component
public class OverdueNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final OverdueTable table;
    private final TaskService tasks;
    private final People people;
    private final Clock clock;

    OverdueNotes(OverdueTable table, TaskService tasks, People people, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
    }

    /** @param name of the step that waits for somebody outside */
    public record OverdueWait(String applicationNo, String name, String note) {}

    /** By binding: what is overdue about a lot. */
    public Map<Long, String> ofLots(Collection<Long> bindingIds) {
        return said(table.open("binding_id", bindingIds), OverdueStep::bindingId, true);
    }

    /** By id of the overdue task. */
    public Map<String, String> ofTasks(Collection<String> taskIds) {
        return said(table.open("task_id", taskIds), OverdueStep::taskId, false);
    }

    /** The overdue waits of applications as a whole. */
    public List<OverdueWait> waitsOf(Collection<String> applications) {
        List<OverdueStep> waits = table.open("application_no", applications).stream()
                .filter(step -> !step.isTask() && step.bindingId() == null)
                .toList();
        Map<String, Task> handlers = handlers(waits);
        return waits.stream()
                .map(step -> new OverdueWait(step.applicationNo(), step.name(), note(step, handlers)))
                .toList();
    }

    /** Who has the overdue task, or may take it; empty where nobody of ours is waited for. */
    String worker(OverdueStep step) {
        Task task =
                step.isTask() ? tasks.createTaskQuery().taskId(step.taskId()).singleResult() : null;
        if (task == null) {
            return "";
        }
        return task.getAssignee() != null
                ? people.nameOf(task.getAssignee())
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .map(group ->
                                Role.ofGroup(group).orElse(Role.LOT_VENDOR).title())
                        .distinct()
                        .collect(Collectors.joining("、"));
    }

    private <K> Map<K, String> said(List<OverdueStep> steps, Function<OverdueStep, K> key, boolean named) {
        Map<String, Task> handlers = handlers(steps);
        Map<K, String> notes = new HashMap<>();
        for (OverdueStep step : steps) {
            String note = (named ? step.name() + "：" : "") + note(step, handlers);
            notes.merge(key.apply(step), note, (first, second) -> first + "；" + second);
        }
        return notes;
    }

    /** The open tasks 处理超期, by their instance. */
    private Map<String, Task> handlers(List<OverdueStep> steps) {
        String[] instances = steps.stream().map(OverdueStep::instanceId).toArray(String[]::new);
        return instances.length == 0
                ? Map.of()
                : tasks.createTaskQuery().processInstanceIdIn(instances).list().stream()
                        .collect(Collectors.toMap(Task::getProcessInstanceId, Function.identity(), (one, two) -> one));
    }

    private String note(OverdueStep step, Map<String, Task> handlers) {
        String again = step.level() > 1 ? "，第 " + step.level() + " 次上报" : "";
        return "超期，" + day(step.since()) + " 起" + again + "，" + handler(step, handlers.get(step.instanceId()));
    }

    private String handler(OverdueStep step, Task open) {
        if (open != null) {
            return open.getAssignee() == null
                    ? "等待" + Role.OPS_SUPERVISOR.title() + "处理"
                    : people.nameOf(open.getAssignee()) + "处理中";
        }
        if (step.handling() == null) {
            return Role.OPS_SUPERVISOR.title() + "已处理";
        }
        String by = people.nameOf(step.handling().by());
        return switch (step.handling().decision()) {
            case REMIND -> by + "已再次提醒";
            case EXTEND -> by + "已延期至 " + day(step.handling().until());
            case HAND_OVER -> by + "已转交" + people.nameOf(step.handling().handedTo());
            case WITHDRAW -> by + "已撤回";
        };
    }

    private String day(Instant moment) {
        return DAY.withZone(clock.getZone()).format(moment);
    }
}

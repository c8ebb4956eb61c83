package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The tasks that a person has taken, and how they go back to those who may do them. */
@NamedInterface("services")
@Component
public class ClaimedTasks {

    private final TaskService tasks;
    private final RuntimeService processes;
    private final People people;

    ClaimedTasks(TaskService tasks, RuntimeService processes, People people) {
        this.tasks = tasks;
        this.processes = processes;
        this.people = people;
    }

    /** @param applicationNo empty where a task belongs to no application */
    @NamedInterface("services")
    public record Claimed(String taskId, String name, String applicationNo, Instant since) {}

    /** Oldest first; two statements. */
    public List<Claimed> of(String userId) {
        return people.unrestricted(() -> {
            List<Task> taken = taken(userId);
            Map<String, ProcessInstance> instances = instances(taken);
            return taken.stream()
                    .map(task -> new Claimed(
                            task.getId(),
                            task.getName(),
                            applicationNo(instances.get(task.getProcessInstanceId())),
                            task.getCreateTime().toInstant()))
                    .toList();
        });
    }

    /** Gives back everything; each task bears the note. Returns how many. */
    int giveBackAll(String userId, String note) {
        return people.unrestricted(() -> {
            List<Task> taken = taken(userId);
            taken.forEach(task -> giveBack(task, note));
            return taken.size();
        });
    }

    /** Gives back what somebody with these groups and companies could not have taken. Returns how many. */
    int giveBackForeign(String userId, Set<String> groups, Set<String> companies, boolean everywhere, String note) {
        return people.unrestricted(() -> {
            List<Task> foreign = taken(userId).stream()
                    .filter(task -> !fits(task, groups, companies, everywhere))
                    .toList();
            foreign.forEach(task -> giveBack(task, note));
            return foreign.size();
        });
    }

    /** A vendor's group is a candidate of its own lots' tasks only; whose else a task is, its tenant says. */
    private boolean fits(Task task, Set<String> groups, Set<String> companies, boolean everywhere) {
        Set<String> candidates = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && groups.contains(group))
                .collect(Collectors.toSet());
        boolean theirs = everywhere
                || task.getTenantId() == null
                || companies.contains(task.getTenantId())
                || candidates.stream().anyMatch(Role::isVendorCompany);
        return !candidates.isEmpty() && theirs;
    }

    private void giveBack(Task task, String note) {
        tasks.createComment(task.getId(), task.getProcessInstanceId(), note);
        tasks.setAssignee(task.getId(), null);
    }

    private List<Task> taken(String userId) {
        return tasks.createTaskQuery()
                .taskAssignee(userId)
                .orderByTaskCreateTime()
                .asc()
                .unlimitedList();
    }

    private Map<String, ProcessInstance> instances(List<Task> taken) {
        Set<String> ids = taken.stream()
                .map(Task::getProcessInstanceId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : processes.createProcessInstanceQuery().processInstanceIds(ids).unlimitedList().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    private static String applicationNo(ProcessInstance instance) {
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }
}

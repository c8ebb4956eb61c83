package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.absence.StandIn;
import cn.citybrain.parking.onboarding.access.absence.StandIns;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.task.BarredFilers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Who may do a task: by role, by company where the role has companies, and not whoever filed what is reviewed in it. The one
 * place that says so whenever a task is given to somebody. Asks the engine with the caller's rights.
 */
@Component
public class Colleagues {

    private final IdentityService identity;
    private final TaskService tasks;
    private final BarredFilers barred;
    private final StandIns standIns;

    Colleagues(IdentityService identity, TaskService tasks, BarredFilers barred, StandIns standIns) {
        this.identity = identity;
        this.tasks = tasks;
        this.barred = barred;
        this.standIns = standIns;
    }

    /** @param away since when until when, Chinese; empty for whoever is there */
    public record Colleague(String userId, String name, String away) {}

    /** By name; not the one who has the task. */
    public List<Colleague> of(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return task == null ? List.of() : of(task);
    }

    List<Colleague> of(Task task) {
        List<User> fitting = fitting(task)
                .filter(user -> !user.getId().equals(task.getAssignee()))
                .toList();
        Map<String, StandIn> away =
                standIns.ofAbsent(fitting.stream().map(User::getId).collect(Collectors.toSet()));
        return fitting.stream()
                .map(user -> new Colleague(
                        user.getId(),
                        People.displayName(user),
                        away.containsKey(user.getId()) ? away.get(user.getId()).days() + " 不在" : ""))
                .distinct()
                .sorted(Comparator.comparing(Colleague::name).thenComparing(Colleague::userId))
                .toList();
    }

    /** Whether somebody may do it, whoever has it now. */
    boolean fits(Task task, String userId) {
        return fitting(task).anyMatch(user -> user.getId().equals(userId));
    }

    /** @throws StepRefused if the task is not for this person to do, or is theirs */
    public void requireFit(String taskId, String userId) {
        if (of(taskId).stream().noneMatch(colleague -> colleague.userId().equals(userId))) {
            throw new StepRefused("这个任务不能转交给 " + userId + "：须是能办理它的人员");
        }
    }

    private Stream<User> fitting(Task task) {
        Set<String> filedBy = barred.of(task);
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .flatMap(group -> members(group, task.getTenantId()))
                .filter(user -> !filedBy.contains(user.getId()));
    }

    /** A vendor's company is a group, a parking company a tenant; the operating company serves all. */
    private Stream<User> members(String group, String tenantId) {
        UserQuery query = identity.createUserQuery().memberOfGroup(group);
        if (Role.LOT_OPERATOR.group().equals(group)) {
            query.memberOfTenant(tenantId);
        }
        return query.unlimitedList().stream();
    }
}

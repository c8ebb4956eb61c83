package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.process.StepRefused;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Who may do a task that somebody else has left lying: by role, and by company where the role has companies. */
@Component
class Colleagues {

    private final IdentityService identity;
    private final TaskService tasks;

    Colleagues(IdentityService identity, TaskService tasks) {
        this.identity = identity;
        this.tasks = tasks;
    }

    record Colleague(String userId, String name) {}

    /** By name; not the one who has the task. */
    List<Colleague> of(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return List.of();
        }
        return tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .flatMap(group -> members(group, task.getTenantId()))
                .filter(user -> !user.getId().equals(task.getAssignee()))
                .map(user -> new Colleague(user.getId(), People.displayName(user)))
                .distinct()
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    /** @throws StepRefused if the task is not for this person to do */
    void requireFit(String taskId, String userId) {
        if (of(taskId).stream().noneMatch(colleague -> colleague.userId().equals(userId))) {
            throw new StepRefused("这个任务不能转交给 " + userId + "：须是能办理它的人员");
        }
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

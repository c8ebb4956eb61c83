package cn.citybrain.parking.onboarding.process.vendor;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved.Move;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The open tasks of a lot's vendor are the new vendor's: candidates, rights on the task, and who had taken one. A right on a
 * task is not taken back by the engine when its candidate goes.
 */
@Component
class TaskHandover {

    /** What a model says of a task that is the vendor's, see {@code VendorGroups}. */
    private static final String VENDORS = "vendorGroups.of(";

    private final TaskService tasks;
    private final RepositoryService models;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final EngineRights rights;

    TaskHandover(
            TaskService tasks,
            RepositoryService models,
            IdentityService identity,
            AuthorizationService authorizations,
            EngineRights rights) {
        this.tasks = tasks;
        this.models = models;
        this.identity = identity;
        this.authorizations = authorizations;
        this.rights = rights;
    }

    void hand(LotBinding binding, Move move) {
        rights.own(() -> {
            tasks
                    .createTaskQuery()
                    .processVariableValueEquals(Variables.BINDING_ID.name(), binding.id())
                    .list()
                    .stream()
                    .filter(this::isVendors)
                    .forEach(task -> hand(task, move));
            return null;
        });
    }

    private boolean isVendors(Task task) {
        UserTask step = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return String.valueOf(step.getCamundaCandidateGroups()).contains(VENDORS);
    }

    private void hand(Task task, Move move) {
        String now = groupOf(move.now());
        Set<String> former = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && !group.equals(now))
                .collect(Collectors.toSet());
        former.forEach(group -> take(task, group));
        tasks.addCandidateGroup(task.getId(), now);
        giveBack(task, now);
    }

    private void take(Task task, String group) {
        tasks.deleteCandidateGroup(task.getId(), group);
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    /** A task that somebody of the former vendor had taken is for the new vendor's people to take. */
    private void giveBack(Task task, String now) {
        if (task.getAssignee() != null
                && identity.createUserQuery()
                                .userId(task.getAssignee())
                                .memberOfGroup(now)
                                .count()
                        == 0) {
            tasks.createComment(
                    task.getId(),
                    task.getProcessInstanceId(),
                    "停车场更换了技术方，" + task.getAssignee() + " 认领的任务已退回，由新的技术方认领办理。");
            tasks.setAssignee(task.getId(), null);
        }
    }

    /** Without a vendor the operator's own people connect the lot. */
    private static String groupOf(String vendor) {
        return vendor.isEmpty() ? Role.LOT_OPERATOR.group() : vendor;
    }
}

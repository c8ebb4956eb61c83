package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.Arrays;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's default grants every candidate and assignee a right of their own on every task. At a million open tasks
 * that makes counting take half a minute, so here roles have their rights by group and process definition instead.
 *
 * <p>The exception is a vendor company: which lots it serves is no property of a definition, so a grant per task is how
 * it sees its own lots' tasks and no others. Their number is bounded: one task per lot and channel under test, gone
 * when the task is done.
 */
final class VendorTaskGrants extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = new AuthorizationEntity[0];

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (!Role.isVendorCompany(groupId)) {
            return NONE;
        }
        AuthorizationEntity[] grants = super.newTaskGroupIdentityLink(task, groupId, type);
        Arrays.stream(grants)
                .filter(grant -> grant.getResourceType() == Resources.TASK.resourceType())
                .forEach(grant -> grant.addPermission(TaskPermissions.TASK_ASSIGN)); // to give a task back
        return grants;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    /** Membership gives rights through the group's own grants; a vendor's people may read their company's name. */
    @Override
    public AuthorizationEntity[] newGroup(Group group) {
        return Role.isVendorCompany(group.getId()) ? super.newGroup(group) : NONE;
    }
}

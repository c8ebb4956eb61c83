package cn.citybrain.parking.onboarding.access.people;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Keeps the members of the engine's own group of administrators those of ours. Nobody's rights come from it; but while it
 * has no member, the web applications send everybody to their set-up page.
 */
@Component
class EngineAdministrators {

    private final IdentityService identity;

    EngineAdministrators(IdentityService identity) {
        this.identity = identity;
    }

    /** Idempotent. In a database of before there was a group of ours, whoever was an administrator becomes one. */
    void align() {
        Set<String> ours = members(Role.ADMIN.group());
        if (ours.isEmpty()) {
            members(Groups.CAMUNDA_ADMIN).forEach(user -> identity.createMembership(user, Role.ADMIN.group()));
            return;
        }
        group();
        Set<String> theirs = members(Groups.CAMUNDA_ADMIN);
        ours.stream()
                .filter(user -> !theirs.contains(user))
                .forEach(user -> identity.createMembership(user, Groups.CAMUNDA_ADMIN));
        theirs.stream()
                .filter(user -> !ours.contains(user))
                .forEach(user -> identity.deleteMembership(user, Groups.CAMUNDA_ADMIN));
    }

    private void group() {
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("系统管理员（引擎内置）");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(group);
        }
    }

    private Set<String> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).unlimitedList().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }
}

package cn.citybrain.parking.onboarding.access.people;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Writes the engine's users as our accounts say, with the application's own rights. Checks nothing: its callers have. */
@Component
public class EngineUsers {

    private final IdentityService identity;
    private final People people;
    private final Memberships memberships;
    private final EngineAdministrators administrators;

    EngineUsers(IdentityService identity, People people, Memberships memberships, EngineAdministrators administrators) {
        this.identity = identity;
        this.people = people;
        this.memberships = memberships;
        this.administrators = administrators;
    }

    /** @param familyName what the engine calls the first name: the webapps show them in this order */
    public void create(String userId, String familyName, String givenName, String mail, String password) {
        own(() -> {
            User user = identity.newUser(userId);
            user.setFirstName(familyName);
            user.setLastName(givenName);
            user.setEmail(mail);
            user.setPassword(password);
            identity.saveUser(user);
        });
    }

    public boolean exists(String userId) {
        return people.unrestricted(
                () -> identity.createUserQuery().userId(userId).count() > 0);
    }

    public void rename(String userId, String familyName, String givenName, String mail) {
        change(userId, user -> {
            user.setFirstName(familyName);
            user.setLastName(givenName);
            user.setEmail(mail);
        });
    }

    public void password(String userId, String password) {
        change(userId, user -> user.setPassword(password));
    }

    /** Ids of every user that the engine has. */
    public List<String> all() {
        return people.unrestricted(() -> identity.createUserQuery().unlimitedList().stream()
                .map(User::getId)
                .toList());
    }

    /** Roles and vendor companies, as the engine has them now. */
    public Set<String> groups(String userId) {
        return people.unrestricted(() -> identity.createGroupQuery().groupMember(userId).unlimitedList().stream()
                .map(Group::getId)
                .filter(group -> !group.equals(Groups.CAMUNDA_ADMIN))
                .collect(Collectors.toSet()));
    }

    /** Tenants, as the engine has them now. */
    public Set<String> tenants(String userId) {
        return people.unrestricted(() -> identity.createTenantQuery().userMember(userId).unlimitedList().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet()));
    }

    /** Gives the user exactly these groups and tenants. The engine's own group of administrators follows ours. */
    public void belong(String userId, Collection<String> groups, Collection<String> tenants) {
        own(() -> {
            Set<String> hasGroups = groups(userId);
            Set<String> hasTenants = tenants(userId);
            require(missing(groups, hasGroups), missing(tenants, hasTenants));
            missing(groups, hasGroups).forEach(group -> identity.createMembership(userId, group));
            missing(hasGroups, groups).forEach(group -> identity.deleteMembership(userId, group));
            missing(tenants, hasTenants).forEach(tenant -> identity.createTenantUserMembership(tenant, userId));
            missing(hasTenants, tenants).forEach(tenant -> identity.deleteTenantUserMembership(tenant, userId));
            if (hasGroups.contains(Role.ADMIN.group()) != groups.contains(Role.ADMIN.group())) {
                administrators.align();
            }
        });
    }

    /** A company that was registered a moment ago may have no group or tenant yet. */
    private void require(Set<String> groups, Set<String> tenants) {
        if (groups.stream()
                        .anyMatch(id -> identity.createGroupQuery().groupId(id).count() == 0)
                || tenants.stream()
                        .anyMatch(
                                id -> identity.createTenantQuery().tenantId(id).count() == 0)) {
            memberships.align();
        }
    }

    private static Set<String> missing(Collection<String> wanted, Collection<String> held) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(Set.copyOf(held));
        return missing;
    }

    private void change(String userId, Consumer<User> change) {
        own(() -> {
            User user = identity.createUserQuery().userId(userId).singleResult();
            change.accept(user);
            identity.saveUser(user);
        });
    }

    private void own(Runnable work) {
        people.unrestricted(() -> {
            work.run();
            return null;
        });
    }
}

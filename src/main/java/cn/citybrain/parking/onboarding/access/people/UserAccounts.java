package cn.citybrain.parking.onboarding.access.people;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Makes accounts at start: the first administrator, the demo's people. */
@NamedInterface("services")
@Component
public class UserAccounts {

    private final IdentityService identity;
    private final EngineAdministrators administrators;
    private final ApplicationEventPublisher events;

    UserAccounts(IdentityService identity, EngineAdministrators administrators, ApplicationEventPublisher events) {
        this.identity = identity;
        this.administrators = administrators;
        this.events = events;
    }

    public boolean hasMember(Role role) {
        return identity.createUserQuery().memberOfGroup(role.group()).count() > 0;
    }

    /** Of the demo: at an address that is nobody's. */
    public void add(
            String userId,
            String familyName,
            String givenName,
            String password,
            List<String> groups,
            List<String> tenants) {
        add(userId, familyName, givenName, userId + "@onboarding.example", password, groups, tenants);
    }

    /**
     * Does nothing when the account exists: a changed password stays changed.
     *
     * @param mail may be empty
     */
    public void add(
            String userId,
            String familyName,
            String givenName,
            String mail,
            String password,
            List<String> groups,
            List<String> tenants) {
        if (identity.createUserQuery().userId(userId).count() > 0) {
            return;
        }
        User user = identity.newUser(userId);
        // the webapps show first and last name in this order
        user.setFirstName(familyName);
        user.setLastName(givenName);
        user.setEmail(mail);
        user.setPassword(password);
        identity.saveUser(user);
        groups.forEach(group -> identity.createMembership(userId, group));
        tenants.forEach(tenant -> identity.createTenantUserMembership(tenant, userId));
        administrators.align();
        events.publishEvent(new UserAdded(userId));
    }

    /** Somebody who exists becomes an administrator too. */
    public void promote(String userId) {
        if (identity.createUserQuery()
                        .userId(userId)
                        .memberOfGroup(Role.ADMIN.group())
                        .count()
                == 0) {
            identity.createMembership(userId, Role.ADMIN.group());
            administrators.align();
            events.publishEvent(new UserAdded(userId));
        }
    }
}

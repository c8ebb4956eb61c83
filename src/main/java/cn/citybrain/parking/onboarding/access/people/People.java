package cn.citybrain.parking.onboarding.access.people;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.PeopleTable.Membership;
import cn.citybrain.parking.onboarding.access.people.PeopleTable.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The accounts as the engine's identity service keeps them. */
@NamedInterface("services")
@Component
public class People {

    private final IdentityService identity;
    private final PeopleTable table;
    private final Admission admission;

    People(@Lazy IdentityService identity, PeopleTable table, Admission admission) {
        this.identity = identity;
        this.table = table;
        this.admission = admission;
    }

    /** Somebody who may log in and work; empty also while the account is disabled or waits for its first password. */
    public Optional<Actor> find(String userId) {
        return find(userId, Long.MAX_VALUE);
    }

    /** Who is logged in; empty also when their sessions were ended after they proved who they are. */
    public Optional<Actor> find(Authentication login) {
        return find(login.getName(), Proven.generationOf(login));
    }

    private Optional<Actor> find(String userId, long generation) {
        return table.person(userId)
                .filter(person -> admission.admits(userId, generation))
                .map(this::actor);
    }

    /** How often somebody's sessions were ended: to be read before what proves who they are is looked at. */
    public long generation(String userId) {
        return admission.generation(userId);
    }

    /** As other people know somebody, also one who has left; the id of an account that is gone. */
    public String nameOf(String userId) {
        return table.person(userId).map(Person::name).orElse(userId);
    }

    /** Every tenant the engine lets this account into: for a vendor the companies whose lots it serves. */
    public List<String> engineTenants(String userId) {
        return unrestricted(
                () -> ids(identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true)));
    }

    /** The tenants that the engine must know of somebody: of those who see everything none, see {@code SharedTenants}. */
    public List<String> engineTenants(Actor actor) {
        return actor.seesEverything() ? List.of() : engineTenants(actor.userId());
    }

    /** Runs with the rights of a person, as that person's own call would. */
    public <T> T as(Actor actor, Supplier<T> work) {
        Runnable back = wayBack();
        identity.setAuthentication(actor.userId(), List.copyOf(actor.groups()), engineTenants(actor));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
            back.run();
        }
    }

    /** Runs with the application's own rights, whoever the thread is working for. */
    public <T> T unrestricted(Supplier<T> work) {
        Runnable back = wayBack();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            back.run();
        }
    }

    /** To the rights that the thread works with now. */
    private Runnable wayBack() {
        var before = identity.getCurrentAuthentication();
        return () -> {
            if (before != null) {
                identity.setAuthentication(before);
            }
        };
    }

    private Actor actor(Person person) {
        List<Membership> memberships = table.memberships(person.id());
        Set<String> groups = memberships.stream()
                .map(Membership::group)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean everything = groups.stream().anyMatch(Role::seesEverything);
        return new Actor(person.id(), person.name(), groups, everything ? Set.of() : tenants(memberships));
    }

    /** A vendor's group is a member of tenants so that the engine shows it its tasks; the companies' data stay closed. */
    private static Set<String> tenants(List<Membership> memberships) {
        return memberships.stream()
                .filter(membership -> membership.group() == null || !Role.isVendorCompany(membership.group()))
                .map(Membership::tenant)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> ids(org.camunda.bpm.engine.identity.TenantQuery query) {
        return query.unlimitedList().stream().map(Tenant::getId).toList();
    }

    /** Chinese order: the family name is what the engine calls the first name. */
    public static String displayName(User user) {
        return displayName(user.getId(), user.getFirstName(), user.getLastName());
    }

    static String displayName(String userId, String firstName, String lastName) {
        String name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining());
        return name.isEmpty() ? userId : name;
    }
}

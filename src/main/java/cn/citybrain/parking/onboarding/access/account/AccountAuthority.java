package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.NotYours;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * Who keeps whom: supervisors the operators, vendors, reviewers and auditors; administrators also the supervisors and each
 * other; nobody themselves. The one place that says so, for pages and imports alike.
 */
@NamedInterface("services")
public final class AccountAuthority {

    private static final Set<Role> OF_ADMINISTRATORS = Set.of(Role.OPS_SUPERVISOR, Role.ADMIN);

    private AccountAuthority() {}

    /** Whether somebody keeps people at all. */
    public static boolean keepsPeople(Actor actor) {
        return actor.is(Role.OPS_SUPERVISOR) || actor.is(Role.ADMIN);
    }

    /** @throws NotYours if this person keeps nobody */
    public static void requireKeeper(Actor actor) {
        if (!keepsPeople(actor)) {
            throw new NotYours("只有运营公司主管和系统管理员可以管理人员。");
        }
    }

    /** Whether somebody may keep people with these roles. */
    public static boolean mayKeep(Actor actor, Collection<Role> roles) {
        return actor.is(Role.ADMIN)
                || actor.is(Role.OPS_SUPERVISOR) && roles.stream().noneMatch(OF_ADMINISTRATORS::contains);
    }

    /** @throws NotYours unless this person keeps people with these roles */
    static void requireMayKeep(Actor actor, Collection<Role> roles) {
        requireKeeper(actor);
        if (!mayKeep(actor, roles)) {
            throw new NotYours("运营公司主管和系统管理员的账号只能由系统管理员管理，请联系系统管理员。");
        }
    }

    /** What stands in the way of giving these roles, in Chinese; empty if nothing does. */
    static Optional<String> faultOfGiving(Actor actor, Collection<Role> roles) {
        return mayKeep(actor, roles) ? Optional.empty() : Optional.of("“运营公司主管”和“系统管理员”两个角色只能由系统管理员授予，请取消勾选或请系统管理员办理。");
    }

    /** @throws NotYours if it is this person's own account */
    static void requireSomebodyElse(Actor actor, String userId, String sentence) {
        if (actor.userId().equals(userId)) {
            throw new NotYours(sentence);
        }
    }
}

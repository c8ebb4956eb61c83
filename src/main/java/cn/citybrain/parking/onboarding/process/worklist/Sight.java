package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Which open tasks {@code t}, and which applications and lots that wait, somebody may see: the operating company and the
 * auditors all, an operator those of their role in their own companies, a vendor those that are given to its company.
 */
final class Sight {

    private static final String TASKS =
            "(t.candidate_group IN (:vendors) OR (t.candidate_group IN (:roles) AND t.tenant_id IN (:tenants)))";

    private static final String WAITS = "(a.tenant_id IN (:tenants) OR w.binding_id IN (SELECT b.id FROM lot_binding b"
            + " JOIN vendor_assignment x ON x.active_lot_id = b.lot_id WHERE x.vendor_group IN (:vendors)))";

    private final Actor actor;

    Sight(Actor actor) {
        this.actor = actor;
    }

    /** What must hold of a task. */
    String tasks() {
        return actor.seesEverything() ? "1 = 1" : TASKS;
    }

    /** What must hold of a wait {@code w} and its application {@code a}. */
    String waits() {
        return actor.seesEverything() ? "1 = 1" : WAITS;
    }

    Map<String, Object> values() {
        Set<String> vendors = actor.is(Role.LOT_VENDOR) ? actor.vendorCompanies() : Set.of();
        Set<String> roles = actor.is(Role.LOT_OPERATOR) ? Set.of(Role.LOT_OPERATOR.group()) : Set.of();
        return Map.of(
                "me", actor.userId(),
                "groups", orNobody(actor.groups()),
                "vendors", orNobody(vendors),
                "roles", orNobody(roles),
                "tenants", orNobody(roles.isEmpty() ? Set.of() : actor.tenants()));
    }

    /** SQL knows no empty list. */
    private static Collection<String> orNobody(Set<String> ids) {
        return ids.isEmpty() ? Set.of("") : ids;
    }
}

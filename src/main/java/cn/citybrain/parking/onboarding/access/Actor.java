package cn.citybrain.parking.onboarding.access;

import cn.citybrain.parking.onboarding.merchant.Reach;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is asking.
 *
 * @param groups ids of the engine's groups, vendor companies included
 * @param tenants ids of the parking companies whose data this person may see; a vendor has none, its lots are assigned; who
 *     sees everything needs none
 */
public record Actor(String userId, String displayName, Set<String> groups, Set<String> tenants) {

    public Actor {
        groups = Set.copyOf(groups);
        tenants = Set.copyOf(tenants);
    }

    public boolean is(Role role) {
        return groups.contains(role.group());
    }

    /** Whether this person works for everybody: the operating company and the auditors. */
    public boolean seesEverything() {
        return groups.stream().anyMatch(Role::seesEverything);
    }

    /** Whether this person may see the data of a parking company. */
    public boolean sees(String tenantId) {
        return tenantId != null && (seesEverything() || tenants.contains(tenantId));
    }

    /** Whose lots this person may see in lists. */
    public Reach reach() {
        return new Reach(seesEverything(), tenants, is(Role.LOT_VENDOR) ? vendorCompanies() : Set.of());
    }

    /** The vendor companies this person works for. */
    public Set<String> vendorCompanies() {
        return groups.stream().filter(Role::isVendorCompany).collect(Collectors.toUnmodifiableSet());
    }
}

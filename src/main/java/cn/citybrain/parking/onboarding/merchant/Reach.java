package cn.citybrain.parking.onboarding.merchant;

import java.util.Set;

/**
 * Whose data somebody may see.
 *
 * @param everything whether it is everybody's; then the rest does not matter
 * @param tenants the parking companies
 * @param vendorGroups the vendors whose assigned lots they may see besides
 */
public record Reach(boolean everything, Set<String> tenants, Set<String> vendorGroups) {

    public Reach {
        tenants = Set.copyOf(tenants);
        vendorGroups = Set.copyOf(vendorGroups);
    }
}

package cn.citybrain.parking.onboarding.figures.count;

import cn.citybrain.parking.onboarding.merchant.Reach;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Whose rows somebody's figures are counted from, as conditions of SQL: everybody's, a company's, those of a vendor's lots. */
public record Scope(Reach reach) {

    private static final String OF_VENDOR =
            " IN (SELECT s.id FROM lot_binding s JOIN vendor_assignment sv ON sv.active_lot_id = s.lot_id"
                    + " WHERE sv.vendor_group IN (:vendors))";

    public boolean everything() {
        return reach.everything();
    }

    /** Rows of applications, which a vendor has no business with. @param tenant column with the company's tenant */
    public String where(String tenant) {
        return everything() ? "1 = 1" : tenant + " IN (:tenants)";
    }

    /** Rows that may be about a lot. @param binding column with the id of the binding, may be null in a row */
    public String where(String tenant, String binding) {
        if (everything() || reach.vendorGroups().isEmpty()) {
            return where(tenant);
        }
        String ofVendor = binding + OF_VENDOR;
        return reach.tenants().isEmpty() ? ofVendor : "(" + where(tenant) + " OR " + ofVendor + ")";
    }

    /** The values of the conditions. */
    public Map<String, Object> values() {
        return Map.of("tenants", orNobody(reach.tenants()), "vendors", orNobody(reach.vendorGroups()));
    }

    /** SQL knows no empty list. */
    private static Collection<String> orNobody(Set<String> ids) {
        return ids.isEmpty() ? Set.of("") : ids;
    }
}

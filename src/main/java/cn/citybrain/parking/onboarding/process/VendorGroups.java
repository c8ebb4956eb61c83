package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import org.springframework.stereotype.Component;

/** Whose task the technical preparation of a lot is. */
@Component("vendorGroups")
public class VendorGroups {

    private final LotBindings bindings;
    private final Vendors vendors;

    VendorGroups(LotBindings bindings, Vendors vendors) {
        this.bindings = bindings;
        this.vendors = vendors;
    }

    /** The group of the lot's vendor; the operator's own people where no vendor is assigned. */
    public String of(long bindingId) {
        return bindings.byId(bindingId)
                .map(LotBinding::lotCode)
                .flatMap(vendors::of)
                .map(Vendor::groupId)
                .orElse(Role.LOT_OPERATOR.group());
    }
}

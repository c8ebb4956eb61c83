package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lots that a vendor connects: it sees them and nothing else of an application. */
@Component
class ConnectedLots {

    private final Vendors vendors;

    ConnectedLots(Vendors vendors) {
        this.vendors = vendors;
    }

    /** Those of them that this person's vendor company connects now. */
    List<LotBinding> among(Collection<LotBinding> lots, Actor actor) {
        if (!actor.is(Role.LOT_VENDOR)) {
            return List.of();
        }
        Map<String, Vendor> vendor =
                vendors.ofLots(lots.stream().map(LotBinding::lotCode).collect(Collectors.toSet()));
        Set<String> companies = actor.vendorCompanies();
        return lots.stream()
                .filter(lot -> vendor.containsKey(lot.lotCode())
                        && companies.contains(vendor.get(lot.lotCode()).groupId()))
                .toList();
    }
}

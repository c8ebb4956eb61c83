package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.masterdata.BoundLots;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorPlan;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a lot's page together. */
@Component
class LotViews {

    private final Merchants merchants;
    private final Vendors vendors;
    private final LotVendors plans;
    private final LotBindings bindings;

    LotViews(Merchants merchants, Vendors vendors, LotVendors plans, LotBindings bindings) {
        this.merchants = merchants;
        this.vendors = vendors;
        this.plans = plans;
        this.bindings = bindings;
    }

    LotView of(ParkingLot lot, Actor reader) {
        Optional<Vendor> vendor = vendors.of(lot.code());
        List<LotBinding> bound = bindings.of(lot.code());
        return new LotView(
                lot.code(),
                lot.name(),
                lot.address(),
                lot.tenantId(),
                merchants.byId(lot.merchantId()).orElseThrow().name(),
                lot.longitude(),
                lot.latitude(),
                lot.spaceCount(),
                lot.lanes(),
                lot.servicePhone(),
                vendor.map(Vendor::groupId).orElse(""),
                vendor.map(Vendor::name).orElse(""),
                Optional.ofNullable(plans.planned(List.of(lot.code())).get(lot.code()))
                        .map(this::plan)
                        .orElse(null),
                bound.isEmpty(),
                lot.closedAt(),
                lot.version(),
                Keepers.mayChange(reader),
                bound.stream().map(LotViews::atChannel).toList());
    }

    private LotView.Plan plan(VendorPlan plan) {
        String name = vendors.byGroup(plan.group()).map(Vendor::name).orElse("");
        return new LotView.Plan(name, plan.from());
    }

    private static LotView.AtChannel atChannel(LotBinding bound) {
        return new LotView.AtChannel(
                bound.id(),
                Channel.of(bound.channel()).displayName(),
                bound.state().name(),
                BoundLots.obstacle(bound).kind(),
                bound.applicationNo());
    }
}

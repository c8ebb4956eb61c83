package cn.citybrain.parking.onboarding.board.workbench;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.board.Forbidden;
import cn.citybrain.parking.onboarding.board.VisibleLots;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose workbench it is, and what its reader may see there. */
@Component
class Bench {

    private final VisibleLots visible;
    private final Vendors vendors;
    private final TestVehicles vehicles;

    Bench(VisibleLots visible, Vendors vendors, TestVehicles vehicles) {
        this.visible = visible;
        this.vendors = vendors;
        this.vehicles = vehicles;
    }

    /** @throws cn.citybrain.parking.onboarding.board.NotFound also when it is somebody else's */
    LotBinding lot(long id) {
        return visible.binding(id);
    }

    boolean opens(LotBinding lot) {
        return visible.connects(lot);
    }

    /** @throws Forbidden for everybody who sees the lot and does not connect it */
    LotBinding own(long id) {
        LotBinding lot = visible.binding(id);
        if (!visible.connects(lot)) {
            throw new Forbidden("报文内容只供该停车场的车场技术方打开和自测");
        }
        return lot;
    }

    String userId() {
        return visible.actor().userId();
    }

    /** What was sent while another vendor connected the lot is not this vendor's; null: everything that is kept. */
    Instant since(LotBinding lot) {
        return visible.actor().is(Role.LOT_VENDOR)
                ? vendors.assignedAt(lot.lotCode()).orElse(null)
                : null;
    }

    /** Shows a plate in full only where it is a test vehicle's, to those who may know it, as the lot's page does. */
    UnaryOperator<String> plates(LotBinding lot) {
        boolean full = visible.seesPlates(lot);
        Set<String> tested = vehicles.of(lot.id()).stream()
                .map(TestVehicle::plate)
                .map(plate -> plate.number())
                .collect(Collectors.toSet());
        return plate -> plate == null || full && tested.contains(plate) ? plate : PlateNumber.masked(plate);
    }

    /** The first vehicle that tests the lot, empty for who may not know its plate. */
    Optional<Plate> vehicle(LotBinding lot) {
        return visible.seesPlates(lot)
                ? vehicles.of(lot.id()).stream().map(TestVehicle::plate).findFirst()
                : Optional.empty();
    }

    /** What is looked for, null if nothing is. */
    static String asked(String typed) {
        String text = typed.strip().replace("\0", "");
        return text.isEmpty() ? null : text;
    }
}

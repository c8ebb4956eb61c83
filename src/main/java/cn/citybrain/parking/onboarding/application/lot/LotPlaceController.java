package cn.citybrain.parking.onboarding.application.lot;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a lot is and what its drivers call, for channels that want to know. */
@RestController
@RequestMapping("/api/lots/{code}/location")
class LotPlaceController {

    private final ParkingLots lots;
    private final LotPlaces places;
    private final Guard guard;

    LotPlaceController(ParkingLots lots, LotPlaces places, Guard guard) {
        this.lots = lots;
        this.places = places;
        this.guard = guard;
    }

    /** @param warnings doubts by field key */
    record Located(Map<String, String> warnings) {}

    @GetMapping
    LotPlace place(@PathVariable String code) {
        return LotPlace.of(visible(code));
    }

    @PutMapping
    Located locate(@PathVariable String code, @RequestBody LotPlace place) {
        ParkingLot lot = visible(code);
        guard.require(Role.LOT_OPERATOR);
        return new Located(places.locate(lot, place, guard.actor().userId()));
    }

    private ParkingLot visible(String code) {
        return lots.byCode(code)
                .filter(lot -> guard.actor().sees(lot.tenantId()))
                .orElseThrow(() -> new NotThere("没有找到停车场 " + code));
    }
}

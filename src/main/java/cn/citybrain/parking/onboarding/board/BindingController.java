package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.board.BindingView.Vehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.AccessKeys;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One lot at one channel: what its page shows, and what its vendor registers there. */
@RestController
@RequestMapping("/api/bindings/{id}")
class BindingController {

    private final VisibleLots visible;
    private final BindingViews views;
    private final AccessKeys keys;
    private final TestVehicles vehicles;

    BindingController(VisibleLots visible, BindingViews views, AccessKeys keys, TestVehicles vehicles) {
        this.visible = visible;
        this.views = views;
        this.keys = keys;
        this.vehicles = vehicles;
    }

    @GetMapping
    BindingView binding(@PathVariable long id) {
        return views.of(visible.binding(id));
    }

    @PostMapping("/access-key")
    @ResponseStatus(HttpStatus.CREATED)
    AccessKey accessKey(@PathVariable long id, @RequestBody NewKey key) {
        LotBinding binding = connected(id);
        return keys.register(
                binding.lotCode(),
                text(key.accessId()),
                text(key.publicKey()),
                visible.actor().userId());
    }

    @PostMapping("/vehicles")
    @ResponseStatus(HttpStatus.CREATED)
    Vehicle register(@PathVariable long id, @RequestBody NewVehicle vehicle) {
        LotBinding binding = connected(id);
        int color = vehicle.plateColor() == null ? 0 : vehicle.plateColor();
        String by = visible.actor().userId();
        return BindingViews.view(
                vehicles.register(binding.id(), vehicle.plateNo(), color, vehicle.payerId(), by), true);
    }

    @DeleteMapping("/vehicles/{vehicleId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable long vehicleId) {
        vehicles.remove(
                connected(id).id(), vehicle(id, vehicleId).id(), visible.actor().userId());
    }

    /** Asks the channel again whether the owner has signed. */
    @PostMapping("/vehicles/{vehicleId}/agreement")
    Vehicle agreement(@PathVariable long id, @PathVariable long vehicleId) {
        connected(id);
        return BindingViews.view(
                vehicles.refreshAgreement(vehicle(id, vehicleId).id()), true);
    }

    private LotBinding connected(long id) {
        LotBinding binding = visible.binding(id);
        if (!visible.connects(binding)) {
            throw new Forbidden("只有该停车场的车场技术方可以登记密钥和测试车辆");
        }
        return binding;
    }

    private TestVehicle vehicle(long bindingId, long vehicleId) {
        return vehicles.of(bindingId).stream()
                .filter(vehicle -> vehicle.id() == vehicleId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    record NewKey(String accessId, String publicKey) {}

    record NewVehicle(String plateNo, Integer plateColor, String payerId) {}
}

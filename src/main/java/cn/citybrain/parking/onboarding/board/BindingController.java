package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.board.BindingView.Vehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.AccessRegistration;
import cn.citybrain.parking.onboarding.parking.key.AccessRegistration.Registered;
import cn.citybrain.parking.onboarding.parking.key.AccessRegistration.Wanted;
import cn.citybrain.parking.onboarding.parking.key.MqttUsers;
import cn.citybrain.parking.onboarding.words.Typed;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
    private final AccessRegistration registration;
    private final AccessKeys keys;
    private final MqttUsers mqtt;
    private final TestVehicles vehicles;

    BindingController(
            VisibleLots visible,
            BindingViews views,
            AccessRegistration registration,
            AccessKeys keys,
            MqttUsers mqtt,
            TestVehicles vehicles) {
        this.visible = visible;
        this.views = views;
        this.registration = registration;
        this.keys = keys;
        this.mqtt = mqtt;
        this.vehicles = vehicles;
    }

    @GetMapping
    BindingView binding(@PathVariable long id) {
        return views.of(visible.binding(id));
    }

    @PostMapping("/access-key")
    @ResponseStatus(HttpStatus.CREATED)
    RegisteredKey accessKey(@PathVariable long id, @RequestBody NewKey key) {
        String lotCode = connected(id).lotCode();
        Registered registered = registration.register(
                new Wanted(lotCode, Typed.code(key.accessId()), text(key.publicKey()), key.platformKeyBits()),
                visible::connectsAll,
                visible.actor().userId());
        return new RegisteredKey(registered.key(), registered.mqttPassword().orElse(null));
    }

    /** Which of the platform's keys the lot reads messages with. */
    @PostMapping("/platform-key")
    AccessKey platformKey(@PathVariable long id, @RequestBody ChosenKey chosen) {
        int bits = chosen.bits() == null ? 0 : chosen.bits();
        return registration.choosePlatformKey(
                connected(id).lotCode(), bits, visible.actor().userId());
    }

    /** A new password for the lot's user at the MQTT broker. */
    @PostMapping("/mqtt-password")
    @ResponseStatus(HttpStatus.CREATED)
    MqttPassword mqttPassword(@PathVariable long id) {
        LotBinding binding = connected(id);
        String accessId = keys.of(binding.lotCode())
                .map(AccessKey::accessId)
                .orElseThrow(() -> new Conflict("请先登记停车场系统的 accessID 和公钥"));
        if (!visible.connectsAll(keys.lotsOf(accessId))) {
            throw new Forbidden("该 accessID 还用于其他单位的停车场，不能更换它的 MQTT 密码；请先换用本单位自己的 accessID");
        }
        return new MqttPassword(accessId, mqtt.issue(accessId, visible.actor().userId()));
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

    /** @param mqttPassword shown this one time; null if the accessID has one already */
    record RegisteredKey(@JsonUnwrapped AccessKey key, String mqttPassword) {}

    /** @param password shown this one time */
    record MqttPassword(String username, String password) {}

    /** @param platformKeyBits 1024 or 2048, null: as before */
    record NewKey(String accessId, String publicKey, Integer platformKeyBits) {}

    record ChosenKey(Integer bits) {}

    record NewVehicle(String plateNo, Integer plateColor, String payerId) {}
}

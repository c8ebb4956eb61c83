package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** What owners agreed to. A plate that nobody touched counts as signed. */
@Component
class Vehicles {

    private static final String KIND = "wechatpay-vehicle";

    private final SimulatorStore store;

    Vehicles(SimulatorStore store) {
        this.store = store;
    }

    List<VehicleService> all() {
        return store.all(KIND, VehicleService.class);
    }

    void set(VehicleService vehicle) {
        if (!vehicle.state().matches("NORMAL|PAUSE|OUT_SERVICE")) {
            throw new IllegalStateException("车主服务状态只有 NORMAL、PAUSE、OUT_SERVICE");
        }
        store.put(KIND, id(vehicle.plateNumber(), vehicle.plateColor()), vehicle);
    }

    VehicleService of(String plateNumber, String plateColor) {
        return store.find(KIND, id(plateNumber, plateColor), VehicleService.class)
                .orElse(new VehicleService(plateNumber, plateColor, "", "NORMAL"));
    }

    /** The state that a payer is told: somebody else's plate is none of his. */
    String state(String plateNumber, String plateColor, String openid) {
        VehicleService vehicle = of(plateNumber, plateColor);
        boolean his = vehicle.openid().isEmpty() || vehicle.openid().equals(openid);
        return his ? vehicle.state() : "OUT_SERVICE";
    }

    private static String id(String plateNumber, String plateColor) {
        return plateNumber + "-" + plateColor;
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import org.springframework.stereotype.Component;

/** Whether applications and lots are passed the moment they come in. */
@Component
class Autopilot {

    private static final String KIND = "wechatpay-setting";
    private static final String ID = "autopilot";

    private final SimulatorStore store;

    Autopilot(SimulatorStore store) {
        this.store = store;
    }

    boolean on() {
        return store.find(KIND, ID, Boolean.class).orElse(false);
    }

    void set(boolean on) {
        store.put(KIND, ID, on);
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import org.springframework.stereotype.Component;

/** The sub-merchants of the service provider. */
@Component
class SubMerchants {

    private static final String KIND = "wechatpay-merchant";

    private final SimulatorStore store;

    SubMerchants(SimulatorStore store) {
        this.store = store;
    }

    record SubMerchant(String subMchid, String name) {}

    /** Gives the next number. */
    synchronized String open(String name) {
        String subMchid = String.valueOf(
                1_600_000_001L + store.all(KIND, SubMerchant.class).size());
        adopt(subMchid, name);
        return subMchid;
    }

    void adopt(String subMchid, String name) {
        store.put(KIND, subMchid, new SubMerchant(subMchid, name));
    }

    /** Refuses a number that does not belong to the service provider. */
    void check(String subMchid) {
        if (store.find(KIND, subMchid, SubMerchant.class).isEmpty()) {
            throw ApiError.of(403, "NO_AUTH", "特约商户号 " + subMchid + " 不存在，或不是本服务商的特约商户");
        }
    }
}

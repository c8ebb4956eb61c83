package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.Handover;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What UnionPay hands to its integrator. */
@Component
class UnionPayHandover implements Handover {

    @Override
    public Map<String, String> settings(String simulatorUrl) {
        return Map.of(
                "onboarding.channels.unionpay.url", simulatorUrl + UnionPayParty.PATH,
                "onboarding.channels.unionpay.mer-code", UnionPayParty.MER_CODE,
                "onboarding.channels.unionpay.key", UnionPayParty.KEY);
    }
}

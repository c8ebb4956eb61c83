package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.Handover;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the bank hands to the platform. */
@Component
class CmbHandover implements Handover {

    @Override
    public Map<String, String> settings(String simulatorUrl) {
        return Map.of(
                "onboarding.channels.cmb.base-url", simulatorUrl + CmbParty.ROOT,
                "onboarding.channels.cmb.app-id", CmbParty.APP_ID,
                "onboarding.channels.cmb.secret", CmbParty.SECRET,
                "onboarding.channels.cmb.auth-appid", CmbParty.AUTH_APPID);
    }
}

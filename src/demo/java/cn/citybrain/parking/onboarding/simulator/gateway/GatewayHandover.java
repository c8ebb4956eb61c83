package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.Handover;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every party hands to the platform. */
@Component
class GatewayHandover implements Handover {

    private final Parties parties;

    GatewayHandover(Parties parties) {
        this.parties = parties;
    }

    @Override
    public Map<String, String> settings(String simulatorUrl) {
        Map<String, String> settings = new HashMap<>();
        for (Party party : parties.all()) {
            String prefix = "onboarding.channels." + party.code() + ".gateway.";
            settings.put(prefix + "base-url", simulatorUrl + party.root());
            settings.put(prefix + "app-id", party.appId());
            settings.put(prefix + "secret", party.secret());
        }
        return settings;
    }
}

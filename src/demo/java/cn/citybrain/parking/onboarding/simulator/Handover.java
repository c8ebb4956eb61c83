package cn.citybrain.parking.onboarding.simulator;

import java.util.Map;

/** What a simulated party hands to the platform when they agree to work together: addresses, numbers, keys. */
public interface Handover {

    /**
     * @param simulatorUrl where the simulator answers
     * @return settings of the platform by property name
     */
    Map<String, String> settings(String simulatorUrl);
}

package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import java.util.Map;

/**
 * What is known of an application beside where its process stands.
 *
 * @param lots how many of its lots are in each state
 */
record ApplicationFacts(String channel, ApplicationState state, Map<BindingState, Integer> lots) {

    static ApplicationFacts of(Application application, Map<BindingState, Integer> lots) {
        return new ApplicationFacts(
                Channel.of(application.channel()).displayName(), application.state(), lots == null ? Map.of() : lots);
    }

    int lots(BindingState state) {
        return lots.getOrDefault(state, 0);
    }

    /** How many are neither live nor given up: each has a turn of its own, whatever the application's state. */
    int openLots() {
        return lots(BindingState.CONFIGURED) + lots(BindingState.REGISTERED) + lots(BindingState.TESTING);
    }

    int allLots() {
        return lots.values().stream().mapToInt(Integer::intValue).sum();
    }
}

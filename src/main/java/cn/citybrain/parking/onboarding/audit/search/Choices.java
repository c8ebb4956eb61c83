package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.search.FoundApplication.Named;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.util.Arrays;
import java.util.List;

/**
 * What a search can ask for by name.
 *
 * @param states states of applications that run
 * @param outcomes states in which applications end
 */
record Choices(List<Named> channels, List<Named> states, List<Named> outcomes, List<Named> marks) {

    static final Choices ALL = new Choices(
            Arrays.stream(Channel.values())
                    .map(channel -> new Named(channel.code(), channel.displayName()))
                    .toList(),
            states(false),
            states(true),
            Arrays.stream(Mark.values())
                    .map(mark -> new Named(mark.name(), mark.title()))
                    .toList());

    private static List<Named> states(boolean over) {
        return Arrays.stream(ApplicationState.values())
                .filter(state -> state != ApplicationState.DRAFT && state.isFinal() == over)
                .map(state -> new Named(state.name(), state.title()))
                .toList();
    }
}

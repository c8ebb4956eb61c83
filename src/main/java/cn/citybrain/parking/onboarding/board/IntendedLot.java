package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.application.lot.Intention;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import java.util.List;

/**
 * A lot at a channel, before it is bound there: the application that it is meant for.
 *
 * @param state of the application
 * @param draft whether nothing of the application was submitted yet
 * @param turns whose turn it is for the application; empty for a reader who connects the lot and may not know
 */
record IntendedLot(
        String channel,
        String channelName,
        String applicationNo,
        String state,
        String stateText,
        boolean draft,
        List<SeenTurn> turns) {

    static IntendedLot of(Intention intention, List<SeenTurn> turns) {
        return new IntendedLot(
                intention.channel(),
                Channel.of(intention.channel()).displayName(),
                intention.applicationNo(),
                intention.state().name(),
                intention.state().title(),
                intention.draft(),
                turns);
    }
}

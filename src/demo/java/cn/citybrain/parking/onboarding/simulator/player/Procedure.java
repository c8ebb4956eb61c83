package cn.citybrain.parking.onboarding.simulator.player;

import java.util.List;

/**
 * One application at one channel.
 *
 * @param channel code of the channel
 * @param name of the channel, for people
 * @param no number of the application
 * @param lotCodes lots that it will bind
 */
record Procedure(String channel, String name, String no, List<String> lotCodes) {

    String path(String what) {
        return "/api/applications/" + no + "/" + what;
    }
}

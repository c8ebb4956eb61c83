package cn.citybrain.parking.onboarding.audit.search;

import java.time.Instant;
import java.util.List;

/**
 * One line of what a search found.
 *
 * @param channel its code
 * @param lots those that it was meant for, chosen for it or bound to it
 * @param state name of its state
 * @param stateText Chinese
 * @param outcome name of the state in which it ended, null while it runs
 * @param outcomeText Chinese, empty while it runs
 * @param begun when it was created
 * @param ended when its state became final, null before
 */
record FoundApplication(
        String number,
        String companyName,
        String channel,
        String channelName,
        List<Lot> lots,
        String state,
        String stateText,
        String outcome,
        String outcomeText,
        Instant begun,
        Instant ended,
        List<Named> marks) {

    record Lot(String code, String name) {}

    /** A name of the code and what people call it. */
    record Named(String code, String name) {}
}

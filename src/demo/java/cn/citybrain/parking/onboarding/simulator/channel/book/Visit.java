package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.util.Map;

/**
 * A vehicle that entered, for channels that are told so.
 *
 * @param id the channel's number of the visit
 * @param account the channel's number of the merchant
 * @param outNo the platform's number of the visit
 * @param plateColor in the channel's words, may be empty
 * @param enteredAt as the platform told it
 * @param leftAt as the platform told it, empty before
 * @param state {@link #NORMAL}, {@link #BLOCKED} or {@link #LEFT}
 * @param reason why it is blocked
 * @param facts what only this channel knows of a visit
 */
public record Visit(
        String id,
        String account,
        String outNo,
        String plateNo,
        String plateColor,
        String lotName,
        String enteredAt,
        String leftAt,
        String state,
        String reason,
        Map<String, String> facts) {

    public static final String NORMAL = "NORMAL";
    public static final String BLOCKED = "BLOCKED";
    public static final String LEFT = "LEFT";

    /** One of the facts, empty if absent. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    public Visit in(String newState, String newReason) {
        return new Visit(
                id, account, outNo, plateNo, plateColor, lotName, enteredAt, leftAt, newState, newReason, facts);
    }

    public Visit left(String at) {
        return new Visit(id, account, outNo, plateNo, plateColor, lotName, enteredAt, at, LEFT, "", facts);
    }
}

package cn.citybrain.parking.onboarding.channel.vehicle;

/**
 * Something that a channel's technical requirements ask of a lot's system beyond the City Brain interface. Whether it is met
 * is seen in what the lot really sends; nobody ticks it off.
 *
 * @param title Chinese, short
 * @param text what has to be done, in Chinese
 */
public record TechnicalRequirement(Fact fact, String title, String text) {

    /** What can be seen of it. */
    public enum Fact {
        /** Accepted devices stand in the lot's lanes. */
        LANE_TERMINALS,
        /** The entry names plate and colour of the vehicle. */
        ENTRY_VEHICLE,
        /** The entry came when the vehicle did, before its exit. */
        ENTRY_TIME,
        /** The exit belongs to the same vehicle and visit. */
        EXIT_VEHICLE,
        /** The payment request names the same vehicle and the same times as entry and exit. */
        CHARGE_FACTS,
        /** The channel charged through a terminal that stands in one of the lot's lanes. */
        CHARGE_TERMINAL
    }
}

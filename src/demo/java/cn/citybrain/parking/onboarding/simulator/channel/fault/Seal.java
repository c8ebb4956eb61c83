package cn.citybrain.parking.onboarding.simulator.channel.fault;

/** How an answer or a notification is signed. */
public enum Seal {
    GENUINE,
    /** With a signature that does not fit. */
    WRONG,
    /** Rightly, but six minutes ago. */
    STALE,
    /** Not at all. */
    NONE
}

package cn.citybrain.parking.onboarding.simulator.channel;

/** How a state or a command looks at the desk. */
public enum Tone {
    PLAIN,
    GOOD,
    BAD,
    /** Somebody has to do something. */
    WAIT
}

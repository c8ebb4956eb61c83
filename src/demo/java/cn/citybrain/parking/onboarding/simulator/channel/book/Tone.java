package cn.citybrain.parking.onboarding.simulator.channel.book;

/** How a state or a command looks at the desk. */
public enum Tone {
    PLAIN,
    GOOD,
    BAD,
    /** Somebody has to do something. */
    WAIT
}

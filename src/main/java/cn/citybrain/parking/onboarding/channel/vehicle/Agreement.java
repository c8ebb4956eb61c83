package cn.citybrain.parking.onboarding.channel.vehicle;

/** Whether a plate's owner lets the channel deduct without asking. */
public sealed interface Agreement {

    record Signed() implements Agreement {}

    record NotSigned(String why) implements Agreement {}

    /** The channel cannot be asked, or its answer does not tell. */
    record Undeterminable(String why) implements Agreement {}
}

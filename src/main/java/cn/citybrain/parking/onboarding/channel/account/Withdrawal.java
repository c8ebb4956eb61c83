package cn.citybrain.parking.onboarding.channel.account;

/** Whether a channel knows that an application or a lot is given up. */
public sealed interface Withdrawal permits Withdrawal.Told, Withdrawal.NotNeeded, ByHand {

    /** The channel has taken note of it. */
    record Told() implements Withdrawal {}

    /**
     * The channel has nothing that could be given up.
     *
     * @param why in Chinese
     */
    record NotNeeded(String why) implements Withdrawal {}
}

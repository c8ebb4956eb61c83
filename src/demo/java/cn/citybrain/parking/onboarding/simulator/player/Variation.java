package cn.citybrain.parking.onboarding.simulator.player;

/**
 * What is played otherwise at one channel, so that it is seen once. All else follows from the channel's form and tasks.
 *
 * @param lots how many lots share the account
 * @param givenBack whether the reviewer gives the application back once
 */
record Variation(int lots, boolean givenBack) {

    private static final Variation NONE = new Variation(1, false);

    /** @param channel code of the channel */
    static Variation of(String channel) {
        return channel.equals("wechatpay") ? new Variation(2, true) : NONE;
    }
}

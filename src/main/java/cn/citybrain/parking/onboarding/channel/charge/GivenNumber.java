package cn.citybrain.parking.onboarding.channel.charge;

/** The number that a channel gave to a charge or a refund, in words. Where it gave none that is said, and ours is not shown for it. */
public final class GivenNumber {

    public static final String NONE = "渠道未给出";

    private GivenNumber() {}

    /**
     * @param what 交易号 or 退款号
     * @param no null or empty where the channel gave none
     */
    public static String of(String what, String no) {
        return no == null || no.isEmpty() ? NONE + what : what + " " + no;
    }

    /** As a fact of something that the channel has done. */
    public static String fact(String no) {
        return no == null || no.isEmpty() ? NONE : no;
    }
}

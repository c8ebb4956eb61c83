package cn.citybrain.parking.onboarding.channel.account;

/** Whether a merchant's account has signed the product that lets the channel deduct (Alipay: 多费率代扣). */
public sealed interface SignState {

    /** @param channelAccount the channel's number of the merchant (Alipay: PID 2088…) */
    record Signed(String channelAccount) implements SignState {}

    /** @param why in Chinese */
    record NotSigned(String why) implements SignState {}

    /** The channel knows no such question: its account comes with the right to deduct. */
    record NotAsked() implements SignState {}

    /** The channel's answer does not tell; ask again. */
    record Undeterminable(String why) implements SignState {}
}

package cn.citybrain.parking.onboarding.channel;

/** What became of a refund. */
public sealed interface RefundResult {
    record Refunded(String refundId) implements RefundResult {}

    record Pending() implements RefundResult {}

    record Failed(String code, String reason) implements RefundResult {}

    record Unknown(String why) implements RefundResult {}
}

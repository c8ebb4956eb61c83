package cn.citybrain.parking.onboarding.channel.charge;

/** What became of a refund. */
public sealed interface RefundResult {
    record Refunded(String refundId) implements RefundResult {}

    /** @param why what keeps it, in Chinese; empty when it only takes time */
    record Pending(String why) implements RefundResult {
        public Pending() {
            this("");
        }
    }

    record Failed(String code, String reason) implements RefundResult {}

    record Unknown(String why) implements RefundResult {}
}

package cn.citybrain.parking.onboarding.channel.charge;

/** What became of a refund. */
public sealed interface RefundResult {
    /** @param refundId the channel's own number of the refund, empty where it gives none: ours never stands for it */
    record Refunded(String refundId) implements RefundResult {

        public Refunded {
            refundId = refundId == null ? "" : refundId;
        }
    }

    /** @param why what keeps it, in Chinese; empty when it only takes time */
    record Pending(String why) implements RefundResult {
        public Pending() {
            this("");
        }
    }

    record Failed(String code, String reason) implements RefundResult {}

    record Unknown(String why) implements RefundResult {}
}

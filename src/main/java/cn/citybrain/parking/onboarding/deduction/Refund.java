package cn.citybrain.parking.onboarding.deduction;

import java.time.Instant;

/**
 * Money of a test on its way back.
 *
 * @param amount in 分: all that was charged
 * @param requestedBy may not be {@code approvedBy}
 * @param note the channel's last word, in Chinese
 * @param channelRefundNo the channel's number, null before it is done and where the channel gives none
 */
public record Refund(
        long id,
        long deductionId,
        String outRefundNo,
        int amount,
        String reason,
        State state,
        String requestedBy,
        Instant requestedAt,
        String approvedBy,
        Instant approvedAt,
        int queries,
        Instant nextQueryAt,
        String note,
        String channelRefundNo,
        Instant decidedAt) {

    /** Over without the money being back: it may be asked for again. */
    public boolean lapsed() {
        return state == State.FAILED || state == State.DECLINED;
    }

    /** Life of a refund. */
    public enum State {
        REQUESTED("等待另一位主管批准"),
        APPROVED("已批准，等待发往渠道"),
        SENT("已发往渠道，等待结果"),
        REFUNDED("已退款"),
        DECLINED("未批准"),
        FAILED("退款失败");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For people, in Chinese. */
        public String words() {
            return words;
        }
    }
}

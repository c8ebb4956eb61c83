package cn.citybrain.parking.onboarding.channel.charge;

import java.time.Duration;

/** What moves money. The rules of every operation are {@code ChannelAdapter}'s. */
public interface Charges {

    /**
     * Charges. Never called twice for one {@code out_trade_no} unless the channel said that it never saw it. The signed
     * request goes to {@link SentRequests} before it leaves.
     */
    DeductionResult deduct(DeductionOrder order);

    /** Asks what became of a deduction. Never charges. */
    DeductionResult deduction(DeductionOrder order);

    /** How long after sending a "never seen" of {@link #deduction} can be believed. */
    Duration settleTime();

    /** Whether sending the same {@code out_trade_no} again cannot charge twice. */
    boolean idempotentOnOutTradeNo();

    /**
     * Gives the money of a deduction back. Idempotent on {@code outRefundNo}. The signed request goes to
     * {@link SentRequests} before it leaves.
     */
    RefundResult refund(RefundOrder order);

    /** Asks what became of a refund. */
    RefundResult refundState(RefundOrder order);
}

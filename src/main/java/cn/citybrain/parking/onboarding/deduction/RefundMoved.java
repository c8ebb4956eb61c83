package cn.citybrain.parking.onboarding.deduction;

/** A refund was asked for, declined, done, or failed. Published in the transaction of that change. */
public record RefundMoved(long bindingId, long refundId, Refund.State state) {}

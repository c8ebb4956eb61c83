package cn.citybrain.parking.onboarding.deduction;

/**
 * A supervisor asked for test money to be given back; another one has to decide. Published in the transaction that keeps
 * the request.
 *
 * @param by user id of who asked
 * @param reason in Chinese, as it was typed
 */
public record RefundRequested(long bindingId, long refundId, String by, String reason) {}

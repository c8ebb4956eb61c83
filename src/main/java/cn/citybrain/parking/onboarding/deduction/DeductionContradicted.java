package cn.citybrain.parking.onboarding.deduction;

/**
 * A channel said something else about a deduction than before, or confirmed one that was given up: the operating company
 * has to clear it with the channel. Published in the transaction that keeps the evidence.
 *
 * @param text in Chinese, without full plates
 */
public record DeductionContradicted(long bindingId, long deductionId, String text) {}

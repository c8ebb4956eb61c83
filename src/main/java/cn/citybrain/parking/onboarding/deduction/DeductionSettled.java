package cn.citybrain.parking.onboarding.deduction;

/** A deduction got its outcome (succeeded, failed or disputed). Published in the settling transaction. */
public record DeductionSettled(long bindingId, long deductionId) {}

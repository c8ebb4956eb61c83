package cn.citybrain.parking.onboarding.process.work;

/** A supervisor is asked for a deduction that nobody knows the outcome of: what came meanwhile is looked up after the commit. */
public record ClarificationOpened(long bindingId) {}

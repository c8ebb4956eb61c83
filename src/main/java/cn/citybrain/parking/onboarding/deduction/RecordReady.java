package cn.citybrain.parking.onboarding.deduction;

/**
 * A record of a lot under test can be checked now. Published when its last part arrives; nobody announces
 * that the wait for photos is over. A hint: {@code RecordChecks.ready} is the truth, and it can come more than once.
 */
public record RecordReady(long bindingId, long billId) {}

package cn.citybrain.parking.onboarding.deduction;

/** A bill of a registered vehicle whose record can be checked now: it is complete, or nothing more is waited for. */
public record ReadyRecord(long bindingId, long billId, String uid) {}

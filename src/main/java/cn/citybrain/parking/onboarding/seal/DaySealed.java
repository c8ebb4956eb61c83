package cn.citybrain.parking.onboarding.seal;

/** A day was sealed, in the transaction that keeps the seal. */
public record DaySealed(DaySeal seal) {}

package cn.citybrain.parking.onboarding.access;

/** Somebody's account was disabled, or has other roles or companies since. Published within the transaction that did it. */
public record AccountMoved(String userId) {}

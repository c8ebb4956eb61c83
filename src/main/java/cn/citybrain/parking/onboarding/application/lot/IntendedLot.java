package cn.citybrain.parking.onboarding.application.lot;

/** A lot that an application is meant for; it is bound to the account by a later choice. */
public record IntendedLot(String code, String name) {}

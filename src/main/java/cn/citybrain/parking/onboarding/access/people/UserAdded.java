package cn.citybrain.parking.onboarding.access.people;

/** A start of the application has made a user of the engine or given it a role. Published in that transaction. */
public record UserAdded(String userId) {}

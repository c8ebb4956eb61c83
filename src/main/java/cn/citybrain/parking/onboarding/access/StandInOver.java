package cn.citybrain.parking.onboarding.access;

/**
 * Somebody does another one's tasks no longer: its time is over, or it was ended. Published once, within the transaction that
 * settles it.
 *
 * @param absent user id of whose tasks they are
 * @param deputy user id of who did them
 */
public record StandInOver(long id, String absent, String deputy) {}

package cn.citybrain.parking.onboarding.channel.vehicle;

/**
 * The payer's number that a channel wants beside a plate.
 *
 * @param label what the channel calls it, Chinese
 * @param help where it is found, Chinese
 */
public record PayerId(String label, String help) {}

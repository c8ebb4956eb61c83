package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.util.Map;

/**
 * A merchant of the channel.
 *
 * @param number its number at the channel
 * @param facts what only this channel knows of a merchant (keys, cashiers …)
 */
public record Account(String number, String name, Map<String, String> facts) {}

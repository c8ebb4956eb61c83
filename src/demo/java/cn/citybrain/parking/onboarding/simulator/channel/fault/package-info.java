/**
 * What shall go wrong, planned at the desk and taken up where it happens. It knows what a channel can be asked
 * ({@link cn.citybrain.parking.onboarding.simulator.channel.fault.Counterpart}), not how the channel does it.
 */
package cn.citybrain.parking.onboarding.simulator.channel.fault;

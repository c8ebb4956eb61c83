/**
 * What every simulated channel has: the exchange around a protocol call with its faults, notifications, money with its
 * ledger, applications, lots, agreements, and one desk for people and scripts. Knows no channel; a channel is a {@link
 * cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel} and a {@link
 * cn.citybrain.parking.onboarding.simulator.channel.Protocol} in a package of its own.
 */
package cn.citybrain.parking.onboarding.simulator.channel;

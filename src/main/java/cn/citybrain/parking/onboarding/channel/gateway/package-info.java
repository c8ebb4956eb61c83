/**
 * The channel gateway contract (assumed, ours: neither ETC nor the citizen card publishes an interface), described by
 * {@code channel-gateway.openapi.yaml}: what a channel without a protocol of its own is connected by. Lengths, states and
 * signature are ours; what differs by channel is a {@link cn.citybrain.parking.onboarding.channel.gateway.Dialect}.
 */
package cn.citybrain.parking.onboarding.channel.gateway;

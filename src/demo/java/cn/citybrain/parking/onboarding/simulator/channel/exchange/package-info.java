/**
 * The exchange around every call of a protocol: who signed it, the fault that was planned, the signed answer. It
 * knows no protocol; a channel brings its own ({@link
 * cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol}).
 */
package cn.citybrain.parking.onboarding.simulator.channel.exchange;

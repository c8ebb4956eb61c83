/**
 * A simulated channel at work: it decides on applications, lots, debits and refunds, each channel in its own way
 * ({@link cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel}), all with one office ({@link
 * cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice}). It knows the rooms where its books are kept,
 * faults planned and notifications delivered; it knows no single channel, no protocol and no desk.
 */
package cn.citybrain.parking.onboarding.simulator.channel;

/**
 * One desk for every channel, where people, pages, scripts and tests play the channel by hand. It may know all that a
 * channel does; no channel knows its desk.
 */
package cn.citybrain.parking.onboarding.simulator.channel.desk;

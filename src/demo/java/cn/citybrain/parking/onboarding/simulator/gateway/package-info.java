/** The other end of the channel gateway contract (assumed): the citizen card and ETC. Shares no code with the adapters. */
package cn.citybrain.parking.onboarding.simulator.gateway;

/**
 * The other end of the channel gateway contract (assumed), for as many parties as the settings name: each is a channel with
 * its desk at {@code /sim/<code>/v1}. It knows of them what the settings say, and shares no code with the adapters.
 */
package cn.citybrain.parking.onboarding.simulator.gateway;

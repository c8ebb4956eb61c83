/**
 * The other side of the platform, for demo and tests: payment channels, parking lots and a mail catcher that speak the
 * true protocols. A Spring context of its own, on its own port, with its own store; knows the platform only by what goes
 * over the wire.
 */
package cn.citybrain.parking.onboarding.simulator;

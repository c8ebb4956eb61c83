/**
 * Taking back an application or a lot: asked for, told to the channel, concluded. Knows what is awaited, work and the gate's
 * registrations.
 */
package cn.citybrain.parking.onboarding.process.withdrawal;

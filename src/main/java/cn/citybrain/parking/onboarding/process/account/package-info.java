/**
 * The steps up to an open account: submitted, reviewed by the channel, signed, refused, corrected, concluded.
 * Knows visits, work and what is awaited.
 */
package cn.citybrain.parking.onboarding.process.account;

/**
 * The steps up to an open account: submitted, reviewed by the channel, signed, refused, corrected, concluded.
 * Knows visits and work.
 */
package cn.citybrain.parking.onboarding.process.account;

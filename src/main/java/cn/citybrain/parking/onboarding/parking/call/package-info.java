/**
 * The calls of the City Brain interface: who sends, one handler for each call, the answer. Knows records and
 * messages.
 */
package cn.citybrain.parking.onboarding.parking.call;

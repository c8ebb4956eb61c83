/**
 * External tasks worked at the channels, and events brought to the process that waits for them. Knows no single
 * step.
 */
package cn.citybrain.parking.onboarding.process.work;

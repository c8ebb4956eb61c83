/**
 * The steps about ETC devices: installed, accepted, more of them for lots that join later. Knows mails and
 * variables.
 */
package cn.citybrain.parking.onboarding.process.device;

/**
 * Notifications: written down with what they tell about, delivered again and again until the platform takes them. How
 * they look is the channel's ({@link cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire}); of the
 * platform only the address is known.
 */
package cn.citybrain.parking.onboarding.simulator.channel.notice;

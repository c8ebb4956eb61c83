/**
 * WeChat Pay's side of the wire (service provider, APIv3), with cryptography of its own: shares no code with the
 * platform's adapter, so that each proves the other. {@link
 * cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk} is where a person, a page or a test plays WeChat Pay.
 */
package cn.citybrain.parking.onboarding.simulator.wechatpay;

/**
 * WeChat Pay as the other side: which of its rooms decides on what. It shares no code with the platform's adapter, so
 * that each proves the other; {@link cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk} is where a
 * person, a page or a test plays WeChat Pay.
 */
package cn.citybrain.parking.onboarding.simulator.wechatpay;

/**
 * WeChat Pay as a service provider (APIv3): merchant applications, the classic parking service, refunds, notifications.
 * Signing, verifying and decrypting are the official SDK's. Source: pay.weixin.qq.com, partner documentation; what the
 * public documentation does not say is marked "assumed".
 */
package cn.citybrain.parking.onboarding.channel.wechatpay;

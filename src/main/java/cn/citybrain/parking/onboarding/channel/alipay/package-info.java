/**
 * Alipay as a service provider (open platform gateway): signing 多费率代扣 on behalf of merchants, the parking platform
 * (停车平台), withholding, refunds, notifications. Signing and verifying are the official SDK's. Source: the SDK's models
 * and opendocs.alipay.com; what those do not say is marked "assumed".
 */
package cn.citybrain.parking.onboarding.channel.alipay;

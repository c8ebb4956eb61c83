/**
 * A stand-in for Alipay's open platform gateway (node text first, RSA2, form and multipart): signing on behalf, parking
 * platform, withholding, refunds, notifications. It checks our signatures as Alipay does, signs with a key of its own, and
 * shares no code with the adapter.
 */
package cn.citybrain.parking.onboarding.simulator.alipay;

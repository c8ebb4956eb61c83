/**
 * Applications for a sub-merchant number: pictures, rules, the application's way, the pages where the merchant
 * verifies and signs. It knows the protocol, and nothing of parking.
 */
package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

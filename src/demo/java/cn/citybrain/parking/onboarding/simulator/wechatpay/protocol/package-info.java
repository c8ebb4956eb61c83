/**
 * APIv3 of a service provider: reads and checks a request, words a refusal, signs and encloses answers and
 * notifications, with cryptography from the JDK alone. It knows neither applyments nor parking.
 */
package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

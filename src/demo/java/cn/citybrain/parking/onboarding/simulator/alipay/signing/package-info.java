/**
 * Signing on behalf of merchants: drafts, the application's way, the page where the merchant confirms. It knows the
 * protocol, and nothing of parking.
 */
package cn.citybrain.parking.onboarding.simulator.alipay.signing;

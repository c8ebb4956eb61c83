/**
 * The parking platform: lots, vehicles, withholding, refunds. It knows the protocol, and of signing only whether a
 * payee has the product.
 */
package cn.citybrain.parking.onboarding.simulator.alipay.parking;

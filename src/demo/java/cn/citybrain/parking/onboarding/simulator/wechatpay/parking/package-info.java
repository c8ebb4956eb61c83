/**
 * The parking service: lots, entrances, debits, refunds. It knows the protocol, and of applyments only what came of
 * them: the sub-merchants.
 */
package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

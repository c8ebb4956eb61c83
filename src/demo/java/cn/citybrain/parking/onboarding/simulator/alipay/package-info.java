/**
 * Alipay as the other side: which of its rooms decides on what. It shares no code with the platform's adapter, so
 * that each proves the other.
 */
package cn.citybrain.parking.onboarding.simulator.alipay;

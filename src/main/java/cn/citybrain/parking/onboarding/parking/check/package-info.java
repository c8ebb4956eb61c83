/**
 * What is wrong with one message that a vendor sent or would send: opened by the same code as a real one, looked at
 * more closely where that fails, and stored nowhere.
 */
package cn.citybrain.parking.onboarding.parking.check;

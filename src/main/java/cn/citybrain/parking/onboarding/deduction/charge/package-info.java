/**
 * The life of a deduction: prepared, sent, asked for until it is decided, settled; the sweep that looks after all
 * of them. The only room that charges, and the one that knows all others.
 */
package cn.citybrain.parking.onboarding.deduction.charge;

/**
 * Checks the complete record of a test vehicle against every rule, and says what a lot is told about its bill.
 * Knows vehicles and the ledger.
 */
package cn.citybrain.parking.onboarding.deduction.record;

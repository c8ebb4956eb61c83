/**
 * What is written down about deductions: rows, steps, our numbers at the channels, the signed requests as sent,
 * and what a restore may have lost. Decides nothing and calls nobody.
 */
package cn.citybrain.parking.onboarding.deduction.ledger;

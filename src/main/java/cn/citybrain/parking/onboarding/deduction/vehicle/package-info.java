/**
 * Test vehicles: registering their plates, and telling the channels of their visits. Knows the ledger; nothing of
 * checks, charges and refunds.
 */
package cn.citybrain.parking.onboarding.deduction.vehicle;

/** Gives test money back: disputes, and refunds with four eyes. Knows the ledger, and what checks say. */
package cn.citybrain.parking.onboarding.deduction.refund;

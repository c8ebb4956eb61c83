/**
 * The steps of the test deduction gate: one lot at one channel until it is live. Knows work, what
 * is awaited, and mails. */
package cn.citybrain.parking.onboarding.process.lot;

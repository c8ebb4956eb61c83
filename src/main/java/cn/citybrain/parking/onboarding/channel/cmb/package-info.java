/**
 * China Merchants Bank's aggregated acquiring (polypay). Envelope, signature, debit, query and notification are the bank's;
 * merchant entry, lots, the contract of a plate and refunds are assumed, ours.
 */
package cn.citybrain.parking.onboarding.channel.cmb;

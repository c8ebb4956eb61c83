/** The steps about a signing visit: proposed, recorded, the contract kept. Knows mails and variables. */
package cn.citybrain.parking.onboarding.process.visit;

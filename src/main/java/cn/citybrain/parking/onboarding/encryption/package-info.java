/** Encryption of single values and papers with keys that rotate. Knows nobody. */
package cn.citybrain.parking.onboarding.encryption;

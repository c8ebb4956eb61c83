/**
 * What a company is asked again and again, kept once: values, settlement accounts and papers by their places, with who
 * entered them. Knows no form and no channel: which places there are is the word of those who ask.
 */
@NamedInterface("profile")
package cn.citybrain.parking.onboarding.merchant.profile;

import org.springframework.modulith.NamedInterface;

/** Encryption of single values and papers with keys that rotate. Knows nobody. */
@ApplicationModule(allowedDependencies = {"words"})
package cn.citybrain.parking.onboarding.encryption;

import org.springframework.modulith.ApplicationModule;

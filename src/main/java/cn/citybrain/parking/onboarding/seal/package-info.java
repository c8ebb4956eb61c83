/** Tamper evidence: which rows the product wrote, chained and signed, so that whatever else happens to them is found. Knows nothing of what is in them. */
@ApplicationModule(allowedDependencies = {"sql", "words"})
package cn.citybrain.parking.onboarding.seal;

import org.springframework.modulith.ApplicationModule;

/** Number plates: one syntax and one spelling for every form, record, search and comparison. Knows nobody. */
@ApplicationModule(allowedDependencies = {})
package cn.citybrain.parking.onboarding.plate;

import org.springframework.modulith.ApplicationModule;

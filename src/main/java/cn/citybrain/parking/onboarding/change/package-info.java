/** Who changed which company, lot, vendor or person, when, from what to what: appended, never changed. Knows none of them. */
@ApplicationModule(allowedDependencies = {"sql"})
package cn.citybrain.parking.onboarding.change;

import org.springframework.modulith.ApplicationModule;

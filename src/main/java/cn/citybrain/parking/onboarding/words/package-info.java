/**
 * What people type, made one spelling: names, numbers, days, mail addresses, keys. Knows nobody, and everybody may ask it.
 */
@ApplicationModule(allowedDependencies = {})
package cn.citybrain.parking.onboarding.words;

import org.springframework.modulith.ApplicationModule;

/** Papers: checks, conversion, encrypted store, preview, download. Knows nothing but encryption and who is asking. */
@ApplicationModule(allowedDependencies = {"encryption", "access", "access :: services", "words"})
package cn.citybrain.parking.onboarding.document;

import org.springframework.modulith.ApplicationModule;

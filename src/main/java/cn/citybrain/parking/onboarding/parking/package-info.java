/** The City Brain parking interface between lots and platform: envelope, calls, stays, bills, access keys. What it must ask others goes through ports that it defines. */
@ApplicationModule(allowedDependencies = {"encryption", "plate", "sql", "words"})
package cn.citybrain.parking.onboarding.parking;

import org.springframework.modulith.ApplicationModule;

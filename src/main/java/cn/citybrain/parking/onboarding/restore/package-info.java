/** That the database was restored from a backup, and since when it can be trusted again. Knows nothing of what is in it. */
@ApplicationModule(allowedDependencies = {"sql"})
package cn.citybrain.parking.onboarding.restore;

import org.springframework.modulith.ApplicationModule;

/** What H2 and PostgreSQL have to be given in one form. Knows nothing of the product. */
@ApplicationModule(allowedDependencies = {})
package cn.citybrain.parking.onboarding.sql;

import org.springframework.modulith.ApplicationModule;

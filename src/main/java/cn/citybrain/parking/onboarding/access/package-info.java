/** Login, roles, tenants, authorizations, and what each step of a process lets people submit. */
@ApplicationModule(allowedDependencies = {"change", "merchant", "notification", "sql", "words"})
package cn.citybrain.parking.onboarding.access;

import org.springframework.modulith.ApplicationModule;

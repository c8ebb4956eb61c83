/** Login, roles, tenants, authorizations, and what each step of a process lets people submit. */
package cn.citybrain.parking.onboarding.access;

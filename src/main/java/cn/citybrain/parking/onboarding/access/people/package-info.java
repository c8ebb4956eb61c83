/**
 * Who somebody is: accounts, groups and tenants as the engine keeps them, and the person of this call. Knows
 * nothing of web calls.
 */
package cn.citybrain.parking.onboarding.access.people;

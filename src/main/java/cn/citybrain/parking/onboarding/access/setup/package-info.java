/**
 * What every start looks after: the profile, the settings of production, groups, grants, filters and the first
 * administrator. Knows people.
 */
package cn.citybrain.parking.onboarding.access.setup;

/**
 * Sessions as rows: what is in one, how long it lasts, who ends it. Knows nothing of passwords, people or pages.
 */
package cn.citybrain.parking.onboarding.access.session;

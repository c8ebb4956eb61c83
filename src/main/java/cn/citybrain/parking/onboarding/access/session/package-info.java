/**
 * Sessions as rows: what is in one, how long it lasts, who ends it. Knows nothing of passwords or pages, and of
 * people the generation of their account alone.
 */
package cn.citybrain.parking.onboarding.access.session;

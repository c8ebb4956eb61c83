/**
 * What is open to a company that wants to apply, and what stands in its way; what was begun already. Knows lots, forms and
 * register.
 */
package cn.citybrain.parking.onboarding.application.opening;

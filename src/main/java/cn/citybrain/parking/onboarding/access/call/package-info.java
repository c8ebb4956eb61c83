/**
 * The gate in front of the engine's web API: which call is whose to make, and what a step lets people submit.
 * Everything that no rule admits is refused.
 */
package cn.citybrain.parking.onboarding.access.call;

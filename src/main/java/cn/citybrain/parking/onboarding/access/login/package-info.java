/**
 * Logging in and out, once for our pages and the engine's web applications, and where a person lands. Knows
 * people, and the gate for calls.
 */
package cn.citybrain.parking.onboarding.access.login;

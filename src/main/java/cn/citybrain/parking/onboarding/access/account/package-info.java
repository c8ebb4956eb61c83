/**
 * The accounts of people: who is invited, active or disabled, with which roles and companies; the engine's users follow
 * them. Knows people as the engine keeps them, sessions and the rules for passwords.
 */
package cn.citybrain.parking.onboarding.access.account;

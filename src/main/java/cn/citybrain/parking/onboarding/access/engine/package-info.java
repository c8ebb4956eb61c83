/**
 * The engine hardened: queries, filters, tenants and grants under our rules whoever calls. Knows people and what
 * steps submit.
 */
package cn.citybrain.parking.onboarding.access.engine;

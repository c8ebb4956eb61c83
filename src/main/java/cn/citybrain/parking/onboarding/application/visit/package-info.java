/**
 * Signing on site: appointments, what a bank without an interface decided, and the papers of such steps. Knows the
 * life of an application.
 */
package cn.citybrain.parking.onboarding.application.visit;

/**
 * What happens to an application from its start to its end, and what other modules read of it; the calls behind the form that
 * fills it in. Knows drafts and below.
 */
package cn.citybrain.parking.onboarding.application.life;

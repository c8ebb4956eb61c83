/**
 * What is being filled in: saving, opening and checking fields, handing in as a revision. Knows register, form and
 * lots.
 */
package cn.citybrain.parking.onboarding.application.draft;

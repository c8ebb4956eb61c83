/**
 * Devices in the lanes of a lot (ETC): installed by the operator, accepted by the operating company. Knows the
 * papers of steps.
 */
package cn.citybrain.parking.onboarding.application.device;

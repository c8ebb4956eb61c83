/**
 * The rows of applications, their revisions, remarks and decisions, and who may see them. Changes nothing by
 * itself.
 */
package cn.citybrain.parking.onboarding.application.register;

/** Models from version to version: their deployment, and the command that migrates waiting instances. Knows work and
 * what is awaited. */
package cn.citybrain.parking.onboarding.process.upgrade;

/** Models from version to version: their deployment, and the command that migrates waiting instances. Knows work. */
package cn.citybrain.parking.onboarding.process.upgrade;

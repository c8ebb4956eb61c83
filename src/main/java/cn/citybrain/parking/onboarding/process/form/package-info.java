/**
 * The calls behind the forms of tasks: what a step says, asks and shows, and whose turn it is. Knows the other
 * rooms, none knows it.
 */
package cn.citybrain.parking.onboarding.process.form;

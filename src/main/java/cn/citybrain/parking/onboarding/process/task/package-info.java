/**
 * What every user task shares: its opening and closing, its mails, and what its model says of it. Knows no single
 * step.
 */
package cn.citybrain.parking.onboarding.process.task;

/** Due dates in working days, and what happens when they pass: reminder and escalation of a wait. Knows mails. */
package cn.citybrain.parking.onboarding.process.due;

/** Due dates in working days, and what happens when they pass: reminders of a wait. Knows mails. */
package cn.citybrain.parking.onboarding.process.due;

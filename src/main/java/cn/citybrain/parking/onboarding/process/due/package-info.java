/** Due dates in working days, the calendar behind them, and what happens when they pass: reminders of a wait. Knows mails. */
package cn.citybrain.parking.onboarding.process.due;

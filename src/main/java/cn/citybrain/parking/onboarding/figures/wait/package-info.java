/** What waits now, for whom, since when, and how much of it is overdue: open tasks, and words that channels owe. */
package cn.citybrain.parking.onboarding.figures.wait;

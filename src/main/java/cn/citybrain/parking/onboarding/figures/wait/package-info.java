/**
 * What waits now, for whom, since when, and how much of it is overdue: open tasks, words that channels owe, and
 * steps of ours that failed.
 */
package cn.citybrain.parking.onboarding.figures.wait;

/**
 * What became of applications in a period that is over: accepted at once or not, returned for which fields, whose time each
 * step took, deductions that failed and why. Counted by the database.
 */
package cn.citybrain.parking.onboarding.figures.outcome;

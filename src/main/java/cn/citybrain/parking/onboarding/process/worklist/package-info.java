/**
 * Every open user task as one row of ours, so that lists, searches and counts of any role cost one statement. Written in the
 * engine's transaction; what a single task says and allows is still the engine's to answer.
 */
package cn.citybrain.parking.onboarding.process.worklist;

/**
 * From whom to whom a task goes, and why: handed to a colleague, given by a supervisor, done for somebody who is away. Knows who
 * may do a task, and tells who gets one; no single step.
 */
package cn.citybrain.parking.onboarding.process.handover;

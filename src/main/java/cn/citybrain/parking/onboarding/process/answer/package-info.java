/**
 * Waiting for a channel's word: who waits for what, when it is asked for, and how the answer comes to the step that waits.
 * Knows work and mails, and no single step.
 */
package cn.citybrain.parking.onboarding.process.answer;

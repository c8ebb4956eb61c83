/**
 * Plays a whole onboarding against a running demo, through public surfaces only: logs in as the demo's people, works
 * their tasks over Tasklist's own API, and plays channel and lots at the desk. A program of its own, no part of the
 * simulator's context.
 */
package cn.citybrain.parking.onboarding.simulator.player;

/**
 * How people begin applications outside of the engine's own start list: several at once, each with its process. Knows what is
 * open, and starts as the person who asks.
 */
package cn.citybrain.parking.onboarding.process.begin;

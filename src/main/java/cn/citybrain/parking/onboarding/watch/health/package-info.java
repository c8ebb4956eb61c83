/**
 * Health of what works in the background, with since when and what to do, in Chinese. What a restart helps against is liveness's;
 * what waits in tables meanwhile takes no node out.
 */
package cn.citybrain.parking.onboarding.watch.health;

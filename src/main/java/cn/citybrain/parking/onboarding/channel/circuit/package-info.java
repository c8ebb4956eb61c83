/**
 * A circuit breaker for each channel: one that does not answer is left alone for a while. Knows channels only by
 * name.
 */
@NamedInterface("circuit")
package cn.citybrain.parking.onboarding.channel.circuit;

import org.springframework.modulith.NamedInterface;

package cn.citybrain.parking.onboarding.seal.chain;

import java.time.Instant;

/**
 * What was chained together.
 *
 * @param no from 1, without gaps
 * @param hash of everything up to its end
 */
public record Block(long no, Instant at, int entries, String hash) {}

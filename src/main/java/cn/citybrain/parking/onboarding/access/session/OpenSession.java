package cn.citybrain.parking.onboarding.access.session;

import java.time.Instant;

/**
 * A session as its person sees it.
 *
 * @param id names it, and opens nothing
 * @param seen the last call, as exact as {@link SessionLimits#seenEvery()}
 * @param browser in words
 * @param current whether it is the one that asks
 */
public record OpenSession(String id, Instant since, Instant seen, String address, String browser, boolean current) {}

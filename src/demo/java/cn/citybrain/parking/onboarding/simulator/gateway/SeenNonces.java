package cn.citybrain.parking.onboarding.simulator.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nonces of the last ten minutes: one that comes again with something else is a replay. */
final class SeenNonces {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Clock clock;

    SeenNonces(Clock clock) {
        this.clock = clock;
    }

    private record Seen(String signature, Instant at) {}

    /** False if the nonce came before with another signature. */
    synchronized boolean accept(String nonce, String signature) {
        Instant now = clock.instant();
        seen.values().removeIf(old -> old.at().plus(KEPT).isBefore(now));
        Seen before = seen.putIfAbsent(nonce, new Seen(signature, now));
        return before == null || before.signature().equals(signature);
    }
}

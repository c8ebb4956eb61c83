package cn.citybrain.parking.onboarding.simulator.channel.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The nonces of the last ten minutes: one that comes again with something else is a replay. HTTP clients repeat a request
 * on a broken connection: the very same again is none.
 */
public final class SeenNonces {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Clock clock;

    public SeenNonces(Clock clock) {
        this.clock = clock;
    }

    private record Seen(String signature, Instant at) {}

    /** False if the nonce came before with another signature. */
    public synchronized boolean accept(String nonce, String signature) {
        Instant now = clock.instant();
        seen.values().removeIf(old -> old.at().plus(KEPT).isBefore(now));
        Seen before = seen.putIfAbsent(nonce, new Seen(signature, now));
        return before == null || before.signature().equals(signature);
    }
}

package cn.citybrain.parking.onboarding.parking.trace;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often something may happen to each of a few in a minute of the clock, per node. */
public final class PerMinute {

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final int most;
    private final Clock clock;

    public PerMinute(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Takes one; false if there is none left in this minute. */
    public boolean permits(String whom) {
        long now = clock.instant().getEpochSecond() / 60;
        return minutes.merge(whom, new Minute(now, 1), (before, one) -> before.after(now))
                        .count()
                <= most;
    }

    private record Minute(long number, int count) {

        Minute after(long now) {
            return new Minute(now, number == now ? count + 1 : 1);
        }
    }
}

package cn.citybrain.parking.onboarding.watch.sweep;

import java.time.Duration;
import java.time.Instant;

/**
 * A schedule of this node and how it goes.
 *
 * @param name class and method
 * @param interval from one round to the next
 * @param ended when a round last ended, well or not
 * @param succeeded when one last ended well, or since when nobody saw one
 * @param failure what the last one failed with, null if it did not
 */
public record Sweep(String name, Duration interval, Instant ended, Instant succeeded, String failure) {

    private static final int INTERVALS = 3;
    private static final Duration LEAST = Duration.ofMinutes(5);

    /** Three rounds long nothing succeeded, five minutes at least: one that fails once and then not again is none. */
    public boolean late(Instant now) {
        return succeeded.plus(patience()).isBefore(now);
    }

    /** No round so much as ended: it hangs, or its thread is gone. What fails all the time is not that. */
    public boolean stands(Instant now) {
        return ended.plus(patience()).isBefore(now);
    }

    private Duration patience() {
        Duration rounds = interval.multipliedBy(INTERVALS);
        return rounds.compareTo(LEAST) < 0 ? LEAST : rounds;
    }
}

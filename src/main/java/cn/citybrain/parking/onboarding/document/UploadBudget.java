package cn.citybrain.parking.onboarding.document;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Bytes that may be on their way at once: of all, and half of them of one person, in a few uploads. */
final class UploadBudget {

    /** Of one person. A form sends one after the other. */
    private static final int UPLOADS = 4;

    /** Of all: more would keep threads from others. */
    private static final int WAITING = 40;

    private final long all;
    private final Map<String, Share> shares = new HashMap<>();
    private long taken;
    private int waiting;

    UploadBudget(long all) {
        this.all = all;
    }

    private record Share(int uploads, long bytes) {}

    /**
     * Waits for room; false if there was none in time, or too many wait.
     *
     * @param bytes at most half of all
     */
    synchronized boolean take(String person, long bytes, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        if (!fits(person, bytes) && waiting >= WAITING) {
            return false;
        }
        waiting++;
        try {
            while (!fits(person, bytes)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
        taken += bytes;
        shares.merge(person, new Share(1, bytes), (a, b) -> new Share(a.uploads() + 1, a.bytes() + b.bytes()));
        return true;
    }

    synchronized void giveBack(String person, long bytes) {
        taken -= bytes;
        shares.computeIfPresent(
                person,
                (who, share) -> share.uploads() == 1 ? null : new Share(share.uploads() - 1, share.bytes() - bytes));
        notifyAll();
    }

    private boolean fits(String person, long bytes) {
        Share share = shares.getOrDefault(person, new Share(0, 0));
        return taken + bytes <= all && share.uploads() < UPLOADS && share.bytes() + bytes <= all / 2;
    }
}

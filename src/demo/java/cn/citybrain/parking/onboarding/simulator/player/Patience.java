package cn.citybrain.parking.onboarding.simulator.player;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits as a person does: looks again every moment, and gives up after a while. */
final class Patience {

    private static final long MOMENT = 500;

    private Patience() {}

    /** @throws PlayFailed naming {@code what} if it does not come in time */
    static <T> T until(String what, Duration longest, Supplier<Optional<T>> look) {
        Instant end = Instant.now().plus(longest);
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new PlayFailed("等了 %d 秒，没有等到：%s".formatted(longest.toSeconds(), what));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlayFailed("被中断", e);
        }
    }
}

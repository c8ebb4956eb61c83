package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.TraceProperties;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** How many messages a person may have tested in a minute, per node. */
@NamedInterface("services")
@Component
public class CheckRate {

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final int most;
    private final Clock clock;

    CheckRate(TraceProperties limits, Clock clock) {
        this.most = limits.checksPerMinute();
        this.clock = clock;
    }

    /** Takes one; false if there is none left in this minute. */
    public boolean permits(String userId) {
        long now = clock.instant().getEpochSecond() / 60;
        return minutes.compute(
                                userId,
                                (user, before) -> before == null || before.number() != now
                                        ? new Minute(now, 1)
                                        : new Minute(now, before.count() + 1))
                        .count()
                <= most;
    }

    private record Minute(long number, int count) {}
}

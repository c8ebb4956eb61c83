package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.TraceProperties;
import cn.citybrain.parking.onboarding.parking.trace.PerMinute;
import java.time.Clock;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** How many messages a person may have tested in a minute, per node. */
@NamedInterface("services")
@Component
public class CheckRate {

    private final PerMinute checks;

    CheckRate(TraceProperties limits, Clock clock) {
        this.checks = new PerMinute(limits.checksPerMinute(), clock);
    }

    /** Takes one; false if there is none left in this minute. */
    public boolean permits(String userId) {
        return checks.permits(userId);
    }
}

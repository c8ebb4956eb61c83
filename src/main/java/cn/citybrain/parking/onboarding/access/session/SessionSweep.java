package cn.citybrain.parking.onboarding.access.session;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes the rows of sessions that nobody came back to; those that were used to their end are gone by then. */
@Component
class SessionSweep {

    private final JdbcClient jdbc;
    private final SessionLimits limits;
    private final Clock clock;

    SessionSweep(JdbcClient jdbc, SessionLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** On every node: the second one finds nothing. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    int sweep() {
        return jdbc.sql("DELETE FROM spring_session WHERE last_access_time < ?")
                .param(clock.instant().minus(limits.idle()).toEpochMilli())
                .update();
    }
}

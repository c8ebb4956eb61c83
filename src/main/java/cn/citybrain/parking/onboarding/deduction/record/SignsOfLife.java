package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Whether somebody is at work on the test of a lot: its test vehicles come and go, its records are checked. */
@NamedInterface("services")
@Component
public class SignsOfLife {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignsOfLife(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last one, never later than now, whatever a lot's clock says; empty before the first. */
    public Optional<Instant> last(long bindingId) {
        Instant now = clock.instant();
        return jdbc.sql(
                        "SELECT max(seen) AS seen FROM (SELECT entered_at AS seen FROM channel_visit WHERE binding_id = ?"
                                + " UNION ALL SELECT left_at FROM channel_visit WHERE binding_id = ?"
                                + " UNION ALL SELECT at FROM diagnosis WHERE binding_id = ?) signs")
                .params(bindingId, bindingId, bindingId)
                .query((row, n) -> Optional.ofNullable(SqlTime.read(row, "seen")))
                .single()
                .map(seen -> seen.isAfter(now) ? now : seen);
    }
}

package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code deduction}: what a supervisor does about one whose outcome nobody knows. None of it is an outcome. */
@Component
public class Clarifications {

    private final JdbcClient jdbc;

    Clarifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A supervisor is asked to clear an undecided deduction with the channel. No attempt of anybody to move it fails by this. */
    public void handToSupervisor(long billId, Instant now) {
        jdbc.sql("UPDATE deduction SET with_supervisor_since = ?"
                        + " WHERE bill_id = ? AND state IN ('SENT', 'UNKNOWN') AND abandoned_at IS NULL")
                .params(SqlTime.of(now), billId)
                .update();
    }

    /** Asks again from now on, until then. */
    public boolean extend(Deduction deduction, Instant now, Instant until) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, queries = 0, next_query_at = ?, query_until = ?,"
                                + " with_supervisor_since = NULL"
                                + " WHERE id = ? AND version = ? AND state IN ('SENT', 'UNKNOWN')")
                        .params(SqlTime.of(now), SqlTime.of(until), deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    public boolean abandon(Deduction deduction, String by, Instant now) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, abandoned_by = ?, abandoned_at = ?"
                                + " WHERE id = ? AND version = ? AND state IN ('SENT', 'UNKNOWN')")
                        .params(by, SqlTime.of(now), deduction.id(), deduction.version())
                        .update()
                == 1;
    }
}

package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Applications that their operator is to fill in or to correct, that no channel has, and that nobody changes. */
@Component
@NamedInterface("services")
public class UnchangedApplications {

    /** A channel that refused has nothing any more; one that reviews, or has signed, does. */
    private static final String IS_THE_OPERATORS = " state IN ('FILLING', 'RETURNED', 'CHANNEL_REFUSED')"
            + " AND (channel_state IS NULL OR channel_state <> 'REVIEW') AND changed_at <= ?"
            + " AND (kept_until IS NULL OR kept_until <= ?)";

    private final JdbcClient jdbc;
    private final Clock clock;

    UnchangedApplications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param since of the last change
     * @param keptUntil until when a supervisor gave it time, null if none did
     * @param toldAt when the applicant was told that it ends soon, null if not since then
     */
    @NamedInterface("services")
    public record Unchanged(String no, Instant since, Instant keptUntil, Instant toldAt) {

        /** When its time is up. */
        public Instant end(Duration after) {
            Instant forgotten = since.plus(after);
            return keptUntil == null || keptUntil.isBefore(forgotten) ? forgotten : keptUntil;
        }
    }

    /**
     * Numbers of those without a change since a moment, the oldest first.
     *
     * @param given those that were given more time than this are left out
     */
    public List<String> since(Instant moment, Instant given) {
        return jdbc.sql("SELECT no FROM application WHERE" + IS_THE_OPERATORS + " ORDER BY changed_at")
                .params(SqlTime.of(moment), SqlTime.of(given))
                .query(String.class)
                .list();
    }

    /** Holds the row until the transaction ends; empty if it was changed, or given time, meanwhile. */
    public Optional<Unchanged> locked(String no, Instant moment, Instant given) {
        return jdbc.sql("SELECT no, changed_at, kept_until, forgotten_told_at FROM application WHERE" + IS_THE_OPERATORS
                        + " AND no = ? FOR UPDATE")
                .params(SqlTime.of(moment), SqlTime.of(given), no)
                .query(UnchangedApplications::map)
                .optional();
    }

    /** A supervisor gives the operator time; who was told of the end is told anew. */
    public void keep(String no, Instant until) {
        jdbc.sql("UPDATE application SET kept_until = ?, forgotten_told_at = NULL WHERE no = ?")
                .params(SqlTime.of(until), no)
                .update();
    }

    /** The applicant is told. */
    public void told(String no) {
        jdbc.sql("UPDATE application SET forgotten_told_at = ? WHERE no = ?")
                .params(SqlTime.of(clock.instant()), no)
                .update();
    }

    private static Unchanged map(ResultSet row, int n) throws SQLException {
        return new Unchanged(
                row.getString("no"),
                SqlTime.read(row, "changed_at"),
                SqlTime.read(row, "kept_until"),
                SqlTime.read(row, "forgotten_told_at"));
    }
}

package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
            + " AND (channel_state IS NULL OR channel_state <> 'REVIEW') AND changed_at <= ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    UnchangedApplications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param since of the last change
     * @param toldAt when the applicant was told that it ends soon, null if not since then
     */
    @NamedInterface("services")
    public record Unchanged(String no, Instant since, Instant toldAt) {}

    /** Numbers of those without a change since a moment, the oldest first. */
    public List<String> since(Instant moment) {
        return jdbc.sql("SELECT no FROM application WHERE" + IS_THE_OPERATORS + " ORDER BY changed_at")
                .param(SqlTime.of(moment))
                .query(String.class)
                .list();
    }

    /** Holds the row until the transaction ends; empty if it was changed meanwhile. */
    public Optional<Unchanged> locked(String no, Instant moment) {
        return jdbc.sql("SELECT no, changed_at, forgotten_told_at FROM application WHERE" + IS_THE_OPERATORS
                        + " AND no = ? FOR UPDATE")
                .params(SqlTime.of(moment), no)
                .query(UnchangedApplications::map)
                .optional();
    }

    /** The applicant is told. */
    public void told(String no) {
        jdbc.sql("UPDATE application SET forgotten_told_at = ? WHERE no = ?")
                .params(SqlTime.of(clock.instant()), no)
                .update();
    }

    private static Unchanged map(ResultSet row, int n) throws SQLException {
        return new Unchanged(
                row.getString("no"), SqlTime.read(row, "changed_at"), SqlTime.read(row, "forgotten_told_at"));
    }
}

package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was removed, and by which rule: only ever appended, in the transaction that removes. */
@Component
public class Removals {

    private static final String SELECT =
            "SELECT id, kind, application_no, rule, row_count, removed_at FROM removal WHERE ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Removals(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** What was removed of an application, oldest first. */
    public List<Removal> of(String applicationNo) {
        return jdbc.sql(SELECT + "application_no = ? ORDER BY id")
                .param(applicationNo)
                .query(Removals::removal)
                .list();
    }

    /** The newest, of any application and of none. */
    public List<Removal> newest(int limit) {
        return jdbc.sql(SELECT + "1 = 1 ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY")
                .query(Removals::removal)
                .list();
    }

    /** The rows that a removal names, which its own row vouches for by their hash. */
    public List<RemovedRow> rows(long removalId) {
        return jdbc.sql("SELECT table_name, row_key, emptied FROM removed_row WHERE removal_id = ?"
                        + " ORDER BY table_name, row_key")
                .param(removalId)
                .query((row, n) -> new RemovedRow(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /**
     * Writes down a removal.
     *
     * @param applicationNo null where what was removed belonged to none
     * @param rows at least one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(DataKind kind, String applicationNo, String rule, Collection<RemovedRow> rows) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO removal (kind, application_no, rule, row_count, rows_sha256, removed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(kind.name(), applicationNo, rule, rows.size(), RemovedRow.digest(rows))
                .param(SqlTime.of(clock.instant()))
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        batches.batchUpdate(
                "INSERT INTO removed_row (table_name, row_key, removal_id, emptied) VALUES (?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {row.table(), row.key(), id, row.emptied()})
                        .toList());
    }

    private static Removal removal(ResultSet row, int n) throws SQLException {
        return new Removal(
                row.getLong("id"),
                DataKind.valueOf(row.getString("kind")),
                row.getString("application_no"),
                row.getString("rule"),
                row.getInt("row_count"),
                SqlTime.read(row, "removed_at"));
    }
}

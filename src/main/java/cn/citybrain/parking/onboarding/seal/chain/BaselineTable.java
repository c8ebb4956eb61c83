package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the baseline of each table has come. Changed only by whoever holds the head of the chain. */
@Component
public class BaselineTable {

    private final JdbcClient jdbc;

    BaselineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param lastKey where the next page begins; null at the beginning
     * @param taken rows that had no fact
     * @param settlesAt when the second pass may begin; null in the first
     */
    public record Pass(
            String table, Instant begunAt, String lastKey, long taken, Instant settlesAt, Instant settledAt) {

        boolean isDue(Instant now) {
            return settlesAt == null || !now.isBefore(settlesAt);
        }
    }

    /** The tables of the database, in lower case. */
    Set<String> tables() {
        return new HashSet<>(jdbc.sql("SELECT lower(table_name) FROM information_schema.tables")
                .query(String.class)
                .list());
    }

    void begin(String table, Instant now) {
        jdbc.sql("INSERT INTO seal_baseline (table_name, begun_at) VALUES (?, ?)")
                .params(table, SqlTime.of(now))
                .update();
    }

    public List<Pass> all() {
        return jdbc.sql("SELECT * FROM seal_baseline ORDER BY table_name")
                .query(BaselineTable::pass)
                .list();
    }

    /** Those that are not settled. */
    public List<Pass> open() {
        return all().stream().filter(pass -> pass.settledAt() == null).toList();
    }

    void goOn(Pass pass, String lastKey, int taken) {
        jdbc.sql("UPDATE seal_baseline SET last_key = ?, taken = taken + ? WHERE table_name = ?")
                .params(lastKey, taken, pass.table())
                .update();
    }

    void again(Pass pass, int taken, Instant settlesAt) {
        jdbc.sql("UPDATE seal_baseline SET last_key = NULL, taken = taken + ?, settles_at = ? WHERE table_name = ?")
                .params(taken, SqlTime.of(settlesAt), pass.table())
                .update();
    }

    void settle(Pass pass, int taken, Instant now) {
        jdbc.sql("UPDATE seal_baseline SET last_key = NULL, taken = taken + ?, settled_at = ? WHERE table_name = ?")
                .params(taken, SqlTime.of(now), pass.table())
                .update();
    }

    private static Pass pass(ResultSet row, int n) throws SQLException {
        return new Pass(
                row.getString("table_name"),
                SqlTime.read(row, "begun_at"),
                row.getString("last_key"),
                row.getLong("taken"),
                SqlTime.read(row, "settles_at"),
                SqlTime.read(row, "settled_at"));
    }
}

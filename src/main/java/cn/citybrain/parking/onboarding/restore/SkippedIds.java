package cn.citybrain.parking.onboarding.restore;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves every identity column of ours far ahead: ids that were given out in the lost time may be known outside (a binding's
 * is the channels' key of a lot, others stand in the ids of mails), and must not come to mean something else.
 */
@Component
class SkippedIds {

    private static final long STEP = 1_000_000;

    private final JdbcClient jdbc;

    SkippedIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Column(String table, String name) {}

    /**
     * Doing it twice only skips more. Ids go on from the moment of the restoration, in milliseconds: far above every id, and
     * above those given out after an earlier restoration of the same backup, too, unless they were a thousand a second.
     */
    void skip(Instant restoredAt) {
        jdbc.sql("SELECT table_name, column_name FROM information_schema.columns"
                        + " WHERE is_identity = 'YES' AND table_schema = CURRENT_SCHEMA")
                .query((row, n) -> new Column(row.getString(1), row.getString(2)))
                .list()
                .forEach(column -> skip(column, restoredAt.toEpochMilli()));
    }

    private void skip(Column column, long atLeast) {
        long highest = jdbc.sql("SELECT coalesce(max(" + column.name() + "), 0) FROM " + column.table())
                .query(Long.class)
                .single();
        long next = Math.max(highest + STEP, atLeast);
        jdbc.sql("ALTER TABLE " + column.table() + " ALTER COLUMN " + column.name() + " RESTART WITH " + next)
                .update();
    }
}

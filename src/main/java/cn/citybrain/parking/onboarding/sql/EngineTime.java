package cn.citybrain.parking.onboarding.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Instants in the engine's history: without a zone, in that of this machine, as the engine itself reads them. */
public final class EngineTime {

    private EngineTime() {}

    /** Null where the column is. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}

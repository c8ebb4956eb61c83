package cn.citybrain.parking.onboarding.audit.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Durations as databases count them: a percentile lies between two rows. */
final class Millis {

    private Millis() {}

    /** Null where the column is. */
    static Long read(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value);
    }
}

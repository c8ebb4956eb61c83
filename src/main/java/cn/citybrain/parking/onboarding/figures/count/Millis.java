package cn.citybrain.parking.onboarding.figures.count;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Durations as databases count them: a percentile lies between two rows. */
public final class Millis {

    private Millis() {}

    /** Null where the column is. */
    public static Long read(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value);
    }
}

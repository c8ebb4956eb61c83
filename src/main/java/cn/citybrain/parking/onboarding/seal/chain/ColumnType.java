package cn.citybrain.parking.onboarding.seal.chain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How a value is written down, the same from H2 and PostgreSQL, before and after a backup. */
public enum ColumnType {
    TEXT {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            return utf8(row.getString(column));
        }
    },
    NUMBER {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            BigDecimal value = row.getBigDecimal(column);
            return value == null
                    ? null
                    : utf8(
                            value.signum() == 0
                                    ? "0"
                                    : value.stripTrailingZeros().toPlainString());
        }
    },
    REAL {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? null : utf8(Double.toString(value));
        }
    },
    BOOLEAN {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : utf8(Boolean.toString(value));
        }
    },
    /** To the microsecond, as PostgreSQL keeps it. */
    INSTANT {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null
                    ? null
                    : utf8(value.toInstant().truncatedTo(ChronoUnit.MICROS).toString());
        }
    },
    LOCAL_TIME {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            LocalDateTime value = row.getObject(column, LocalDateTime.class);
            return value == null
                    ? null
                    : utf8(value.truncatedTo(ChronoUnit.MICROS).toString());
        }
    },
    DATE {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            LocalDate value = row.getObject(column, LocalDate.class);
            return value == null ? null : utf8(value.toString());
        }
    },
    /** Only the hash of bytes is hashed again: a paper of 3 MB is read once, whatever is compared. */
    BYTES {
        @Override
        byte[] read(ResultSet row, int column) throws SQLException {
            byte[] value = row.getBytes(column);
            return value == null ? null : new Sha256().add(value).bytes();
        }
    };

    /** Null where the column is. */
    abstract byte[] read(ResultSet row, int column) throws SQLException;

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static ColumnType of(ResultSetMetaData columns, int column) throws SQLException {
        String name = columns.getColumnTypeName(column).toUpperCase(Locale.ROOT);
        if (name.equals("TIMESTAMPTZ") || name.contains("WITH TIME ZONE")) {
            return INSTANT;
        }
        if (name.equals("UUID")) {
            return TEXT;
        }
        return switch (columns.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL -> NUMBER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> REAL;
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.TIMESTAMP -> LOCAL_TIME;
            case Types.DATE -> DATE;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> TEXT;
        };
    }
}

package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.RowKey;
import cn.citybrain.parking.onboarding.seal.SealedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows as they are now, as hashes. */
@Component
public class RowStates {

    /** The state of a row that is not there. */
    static final String GONE = "";

    private static final int ROWS = 200;
    /** Rows with pictures in them. */
    private static final int FEW = 10;

    private final JdbcTemplate jdbc;

    RowStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The state of every one of these rows. */
    public Map<String, String> of(Layout layout, Collection<String> keys) {
        Map<String, String> states = new HashMap<>();
        keys.forEach(key -> states.put(key, GONE));
        List<String> all = List.copyOf(states.keySet());
        int step = layout.hasBytes() ? FEW : ROWS;
        for (int from = 0; from < all.size(); from += step) {
            read(layout, all.subList(from, Math.min(all.size(), from + step)), states);
        }
        return states;
    }

    /** Those of these rows that are not there. */
    List<String> missing(Layout layout, Collection<String> keys) {
        Set<String> missing = new LinkedHashSet<>(keys);
        List<String> all = List.copyOf(missing);
        for (int from = 0; from < all.size(); from += ROWS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + ROWS));
            jdbc.query(
                    select(layout.table(), "", some.size()),
                    row -> {
                        missing.remove(key(layout.table(), row));
                    },
                    values(layout, some));
        }
        return List.copyOf(missing);
    }

    private void read(Layout layout, List<String> keys, Map<String, String> states) {
        SealedTable table = layout.table();
        jdbc.query(
                select(table, ", " + String.join(", ", layout.columns().keySet()), keys.size()),
                row -> {
                    states.put(key(table, row), state(layout, row, table.key().size()));
                },
                values(layout, keys));
    }

    private static String select(SealedTable table, String columns, int rows) {
        String one = tuple(Collections.nCopies(table.key().size(), "?"));
        return "SELECT " + String.join(", ", table.key()) + columns + " FROM " + table.name() + " WHERE "
                + tuple(table.key()) + " IN (" + String.join(", ", Collections.nCopies(rows, one)) + ")";
    }

    private static Object[] values(Layout layout, List<String> keys) {
        return keys.stream().flatMap(key -> KeyValues.of(layout, key).stream()).toArray();
    }

    private static String key(SealedTable table, ResultSet row) throws SQLException {
        List<Object> parts = new ArrayList<>();
        for (int part = 1; part <= table.key().size(); part++) {
            parts.add(row.getString(part));
        }
        return RowKey.of(parts);
    }

    private static String tuple(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
    }

    private static String state(Layout layout, ResultSet row, int before) throws SQLException {
        Sha256 hash = new Sha256().add(layout.tableName()).add(layout.text());
        int column = before;
        for (ColumnType type : layout.columns().values()) {
            hash.add(type.read(row, ++column));
        }
        return hash.text();
    }
}

package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.SealedTable;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The layouts of all tables, those of earlier versions included. */
@Component
public class Layouts {

    private final JdbcClient jdbc;
    private final Map<String, Layout> current = new ConcurrentHashMap<>();

    Layouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As the table is now. Only for whoever holds the head of the chain: a new layout is written down. */
    public Layout current(SealedTable table) {
        Layout known = current.get(table.name());
        if (known != null) {
            return known;
        }
        Map<String, ColumnType> columns = columns(table);
        Optional<Layout> kept = all(table.name()).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.columns().equals(columns));
        kept.ifPresent(layout -> current.put(table.name(), layout));
        return kept.orElseGet(() -> add(table.name(), columns));
    }

    /** Oldest first. */
    List<Layout> all(String tableName) {
        return jdbc.sql("SELECT id, table_name, layout FROM seal_layout WHERE table_name = ? ORDER BY id")
                .param(tableName)
                .query((row, n) -> Layout.read(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    public List<Integer> ids(String tableName) {
        return all(tableName).stream().map(Layout::id).toList();
    }

    /** By id, with {@link Layout#NONE}. */
    public Map<Integer, Layout> byId() {
        Map<Integer, Layout> all = new TreeMap<>();
        all.put(Layout.NONE.id(), Layout.NONE);
        jdbc.sql("SELECT id, table_name, layout FROM seal_layout")
                .query((row, n) -> Layout.read(row.getInt(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(layout -> all.put(layout.id(), layout));
        return all;
    }

    /** Whether the table still has all the columns of a layout. */
    public boolean isReadable(Layout layout) {
        return columns(layout.table()).keySet().containsAll(layout.columns().keySet());
    }

    private Layout add(String tableName, Map<String, ColumnType> columns) {
        int id = jdbc.sql("SELECT COALESCE(MAX(id), 0) + 1 FROM seal_layout")
                .query(Integer.class)
                .single();
        Layout layout = new Layout(id, tableName, columns);
        jdbc.sql("INSERT INTO seal_layout (id, table_name, layout) VALUES (?, ?, ?)")
                .params(id, tableName, layout.text())
                .update();
        return layout;
    }

    private Map<String, ColumnType> columns(SealedTable table) {
        return jdbc.sql("SELECT * FROM " + table.name() + " WHERE 1 = 0")
                .query((ResultSetExtractor<Map<String, ColumnType>>) rows -> columns(rows.getMetaData(), table));
    }

    private static Map<String, ColumnType> columns(ResultSetMetaData found, SealedTable table) throws SQLException {
        Map<String, ColumnType> columns = new TreeMap<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String name = found.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (!table.leftOut().contains(name)) {
                columns.put(name, ColumnType.of(found, i));
            }
        }
        return columns;
    }
}

package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which columns of a table a hash is about. A table that gets more columns gets another layout; what was hashed with the
 * earlier one is compared with the earlier one.
 *
 * @param columns by name, in the order in which they are hashed
 */
public record Layout(int id, String tableName, Map<String, ColumnType> columns) {

    /** Of an entry that is about no row: somebody's writing in the table of facts. */
    public static final Layout NONE = new Layout(0, "", Map.of());

    static Layout read(int id, String tableName, String text) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        for (String column : text.split(",")) {
            int colon = column.indexOf(':');
            columns.put(column.substring(0, colon), ColumnType.valueOf(column.substring(colon + 1)));
        }
        return new Layout(id, tableName, columns);
    }

    /** As it is kept. */
    String text() {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + ":" + column.getValue())
                .collect(Collectors.joining(","));
    }

    /** @throws IllegalStateException if the table is no longer sealed */
    public SealedTable table() {
        return SealedTables.named(tableName)
                .orElseThrow(() -> new IllegalStateException("no longer sealed: " + tableName));
    }

    /** Pictures and messages, up to some MB each: few of such rows are read at once. */
    boolean hasBytes() {
        return columns.containsValue(ColumnType.BYTES);
    }

    ColumnType keyType(int part) {
        return columns.get(table().key().get(part));
    }
}

package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.RowKey;
import cn.citybrain.parking.onboarding.seal.SealedTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The keys of a table's rows, page by page in the order of the keys. */
@Component
public class RowKeys {

    private final JdbcTemplate jdbc;

    RowKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after the last key of the page before; null for the first page */
    public List<String> page(Layout layout, String after, int size) {
        SealedTable table = layout.table();
        String columns = String.join(", ", table.key());
        String where = after == null
                ? ""
                : " WHERE (" + columns + ") > ("
                        + String.join(", ", Collections.nCopies(table.key().size(), "?")) + ")";
        Object[] values =
                after == null ? new Object[0] : KeyValues.of(layout, after).toArray();
        return jdbc.query(
                "SELECT " + columns + " FROM " + table.name() + where + " ORDER BY " + columns + " FETCH FIRST " + size
                        + " ROWS ONLY",
                (row, n) -> {
                    List<Object> parts = new ArrayList<>();
                    for (int part = 1; part <= table.key().size(); part++) {
                        parts.add(row.getString(part));
                    }
                    return RowKey.of(parts);
                },
                values);
    }
}

package cn.citybrain.parking.onboarding.seal.fact;

import cn.citybrain.parking.onboarding.seal.RowKey;
import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.TouchedRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows that a connection has written since its last commit, each once. What a savepoint took back stays: it is looked at in vain. */
final class TransactionRows implements TouchedRows {

    private final Set<String> lines = new LinkedHashSet<>();
    private final FactTable facts;

    TransactionRows(FactTable facts) {
        this.facts = facts;
    }

    @Override
    public void touched(SealedTable table, String key) {
        lines.add(table.name() + "\t" + key);
    }

    /** @param keys rows with the columns of the table's key, by name */
    void touched(SealedTable table, ResultSet keys) throws SQLException {
        while (keys.next()) {
            List<Object> parts = new ArrayList<>();
            for (String column : table.key()) {
                parts.add(keys.getString(column));
            }
            touched(table, RowKey.of(parts));
        }
    }

    void forget() {
        lines.clear();
    }

    /** In the transaction that is about to be committed. */
    void keep(Connection connection) throws SQLException {
        if (!lines.isEmpty()) {
            facts.insert(connection, lines);
            lines.clear();
        }
    }
}

package cn.citybrain.parking.onboarding.seal.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Facts that wait for the chain. A fact has no place of its own: whoever chains takes those that are there and deletes
 * them, so one that is committed late is taken late, and none is passed over.
 */
final class FactTable {

    /** Rows in one fact: a larger transaction writes several. */
    private static final int ROWS = 200;

    private final FactMac mac;
    private volatile boolean there;

    FactTable(FactMac mac) {
        this.mac = mac;
    }

    void insert(Connection connection, Collection<String> lines) throws SQLException {
        if (!isThere(connection)) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO seal_fact (touched, mac) VALUES (?, ?)")) {
            List<String> all = new ArrayList<>(lines);
            for (int from = 0; from < all.size(); from += ROWS) {
                String touched = String.join("\n", all.subList(from, Math.min(all.size(), from + ROWS)));
                insert.setString(1, touched);
                insert.setString(2, mac.of(touched));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What is written before the migration that makes the table is taken over with the baseline. */
    private boolean isThere(Connection connection) throws SQLException {
        if (!there) {
            try (Statement statement = connection.createStatement();
                    ResultSet table = statement.executeQuery(
                            "SELECT 1 FROM information_schema.tables WHERE lower(table_name) = 'seal_fact'")) {
                there = table.next();
            }
        }
        return there;
    }
}

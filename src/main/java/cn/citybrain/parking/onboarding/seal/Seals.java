package cn.citybrain.parking.onboarding.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Tells the chain of rows that a transaction wrote. Statements that go through the application's data source are told by
 * themselves: nobody has to call this for a table of {@link SealedTables}, unless its rows were written in another way.
 */
@Component
public class Seals {

    private final DataSource database;

    Seals(DataSource database) {
        this.database = database;
    }

    /**
     * In the transaction that wrote the row: with it the fact is kept or forgotten.
     *
     * @param table of {@link SealedTables}
     * @param key its primary key; of several columns a list in the order of {@link SealedTable#key}
     * @throws IllegalArgumentException if the table is not sealed, or has another key
     */
    public void touched(String table, Object key) {
        SealedTable sealed =
                SealedTables.named(table).orElseThrow(() -> new IllegalArgumentException("not sealed: " + table));
        List<?> parts = key instanceof List<?> several ? several : List.of(key);
        if (parts.size() != sealed.key().size()) {
            throw new IllegalArgumentException(table + " has the key " + sealed.key());
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            connection.unwrap(TouchedRows.class).touched(sealed, RowKey.of(parts));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}

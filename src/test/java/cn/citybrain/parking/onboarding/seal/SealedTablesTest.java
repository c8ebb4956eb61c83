package cn.citybrain.parking.onboarding.seal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the list of sealed tables says, held against the database. */
@OnboardingTest
class SealedTablesTest {

    @Autowired
    DataSource database;

    @Test
    void everyTableIsSealedOrSaidToBeNoPartOfTheStory() throws SQLException {
        Set<String> ours = tables().stream()
                // the engine's work under way, and whom it lets in
                .filter(table -> !table.startsWith("act_ru_") && !table.startsWith("act_id_"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> decided = new TreeSet<>(SealedTables.NOT_STORY);
        SealedTables.all().forEach(table -> decided.add(table.name()));
        decided.remove("act_id_user");

        assertThat(ours).hasSizeGreaterThan(80).containsExactlyElementsOf(decided);
    }

    @Test
    void eachIsKnownByItsPrimaryKey() throws SQLException {
        for (SealedTable table : SealedTables.all()) {
            assertThat(primaryKey(table.name())).as(table.name()).containsExactlyElementsOf(table.key());
        }
    }

    private Set<String> tables() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private Iterable<String> primaryKey(String table) throws SQLException {
        TreeMap<Integer, String> columns = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet key = data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
                while (key.next()) {
                    columns.put(
                            key.getInt("KEY_SEQ"), key.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns.values();
    }
}

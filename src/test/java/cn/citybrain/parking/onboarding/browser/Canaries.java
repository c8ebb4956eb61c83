package cn.citybrain.parking.onboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Sensitive values that were typed into the forms, looked for where they must not be. */
record Canaries(List<String> values) {

    /** Reads every column of every table, the engine's byte arrays and our BLOBs included. */
    void areInNoTableOf(DataSource database) throws SQLException {
        List<String> found = new ArrayList<>();
        int read = 0;
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (rows.next()) {
                        read++;
                        look(table, rows, found);
                    }
                }
            }
        }
        assertThat(read).as("rows read").isGreaterThan(500);
        assertThat(found).as("places with a sensitive value in clear text").isEmpty();
    }

    void areNotIn(String place, String text) {
        assertThat(text).as("%s has text to look through", place).isNotBlank();
        assertThat(values.stream().filter(text::contains))
                .as("sensitive values in the %s", place)
                .isEmpty();
    }

    private void look(String table, ResultSet row, List<String> found) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String text = text(row, i);
            for (String value : values) {
                if (text.contains(value)) {
                    found.add(table + "." + row.getMetaData().getColumnName(i));
                }
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return "";
        }
        boolean binary = value instanceof byte[] || value instanceof java.sql.Blob;
        return binary ? new String(row.getBytes(column), StandardCharsets.UTF_8) : row.getString(column);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        String[] kinds = {"TABLE", "BASE TABLE"};
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", kinds)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        assertThat(names)
                .anyMatch("act_hi_detail"::equalsIgnoreCase)
                .anyMatch("application_revision"::equalsIgnoreCase);
        return names;
    }
}

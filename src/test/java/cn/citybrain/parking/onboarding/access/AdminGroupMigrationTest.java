package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A database of the version before, whose administrators are in the engine's own group. */
@Tag("database")
class AdminGroupMigrationTest {

    private final DataSource database = new DriverManagerDataSource(
            TestDatabase.newDatabase(),
            TestDatabase.onPostgres() ? "postgres" : "sa",
            TestDatabase.onPostgres() ? "postgres" : "");

    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void tablesOfTheEngine() {
        jdbc.sql("CREATE TABLE act_id_group (id_ VARCHAR(64) PRIMARY KEY, rev_ INTEGER, name_ VARCHAR(255),"
                        + " type_ VARCHAR(255))")
                .update();
        jdbc.sql("CREATE TABLE act_id_membership (user_id_ VARCHAR(64), group_id_ VARCHAR(64) REFERENCES act_id_group,"
                        + " PRIMARY KEY (user_id_, group_id_))")
                .update();
    }

    @Test
    void whoeverWasAnAdministratorStaysOne() throws SQLException {
        jdbc.sql(
                        "INSERT INTO act_id_group VALUES ('camunda-admin', 1, 'x', 'SYSTEM'), ('auditor', 1, '审计', 'WORKFLOW')")
                .update();
        jdbc.sql("INSERT INTO act_id_membership VALUES ('wu', 'camunda-admin'), ('qian', 'auditor'),"
                        + " ('fang', 'camunda-admin')")
                .update();

        migrate();
        migrate();

        assertThat(members("onboarding-admin")).containsExactly("fang", "wu");
        assertThat(members("camunda-admin")).containsExactly("fang", "wu");
        assertThat(members("auditor")).containsExactly("qian");
    }

    @Test
    void anEmptyDatabaseIsLeftToTheApplication() throws SQLException {
        migrate();

        assertThat(jdbc.sql("SELECT count(*) FROM act_id_group")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void migrate() throws SQLException {
        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/common/V19__admin_group.sql"));
        }
    }

    private List<String> members(String group) {
        return jdbc.sql("SELECT user_id_ FROM act_id_membership WHERE group_id_ = ? ORDER BY user_id_")
                .param(group)
                .query(String.class)
                .list();
    }
}

package cn.citybrain.parking.onboarding.access.setup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

@Tag("database")
class ProfileGuardTest {

    private final DataSource database = new DriverManagerDataSource(
            TestDatabase.newDatabase(),
            TestDatabase.onPostgres() ? "postgres" : "sa",
            TestDatabase.onPostgres() ? "postgres" : "");

    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void createTable() {
        jdbc.sql(
                        "CREATE TABLE installation (id INTEGER PRIMARY KEY, profile VARCHAR(20), installed_at TIMESTAMP WITH TIME ZONE)")
                .update();
    }

    @Test
    void aDatabaseStartsUnderTheProfileThatMadeItOnly() {
        ProfileGuard.sign(jdbc, profile("prod"), Clock.systemUTC());
        ProfileGuard.sign(jdbc, profile("demo"), Clock.systemUTC());

        assertThatCode(() -> guard("prod").check(database)).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard("demo").check(database))
                .isInstanceOf(ProfileGuard.WrongProfile.class)
                .hasMessageContaining("此数据库由 prod 环境创建，不能以 demo 环境启动");
    }

    @Test
    void anEmptyDatabaseIsAnybodys() {
        assertThatCode(() -> guard("demo").check(database)).doesNotThrowAnyException();
        jdbc.sql("DROP TABLE installation").update();
        assertThatCode(() -> guard("prod").check(database)).doesNotThrowAnyException();
    }

    private ProfileGuard guard(String profile) {
        return new ProfileGuard(profile(profile));
    }

    private static Environment profile(String... names) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(names);
        return environment;
    }
}

package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.access.NamedProfile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database knows which profile made it. Under another one the application refuses to start, before the engine or
 * anybody else has touched a row: no demo users in production, no real papers in a demo.
 */
@Component
class ProfileGuard implements BeanPostProcessor {

    private final Environment environment;

    ProfileGuard(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database) {
            check(database);
        }
        return bean;
    }

    /** @throws WrongProfile if another profile made it */
    void check(DataSource database) {
        String now = NamedProfile.of(environment);
        maker(database).filter(made -> !made.equals(now)).ifPresent(made -> {
            throw new WrongProfile(made, now);
        });
    }

    /** Writes the name down where there is none yet. */
    static void sign(JdbcClient jdbc, Environment environment, Clock clock) {
        jdbc.sql("INSERT INTO installation (id, profile, installed_at)"
                        + " SELECT 1, ?, ? WHERE NOT EXISTS (SELECT 1 FROM installation)")
                .params(NamedProfile.of(environment), OffsetDateTime.now(clock))
                .update();
    }

    private static Optional<String> maker(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("数据库无法连接: " + e.getMessage(), e);
        }
    }

    private static Optional<String> read(Statement statement) throws SQLException {
        String table = "SELECT 1 FROM information_schema.tables WHERE lower(table_name) = 'installation'";
        try (ResultSet there = statement.executeQuery(table)) {
            if (!there.next()) {
                return Optional.empty();
            }
        }
        try (ResultSet row = statement.executeQuery("SELECT profile FROM installation")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** The database belongs to the other profile. */
    static final class WrongProfile extends IllegalStateException {

        WrongProfile(String made, String now) {
            super("此数据库由 " + made + " 环境创建，不能以 " + now
                    + " 环境启动。请检查数据库地址 (ONBOARDING_DB_URL) 与 spring.profiles.active。");
        }
    }

    /** Prints the reason instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<WrongProfile> {

        @Override
        protected FailureAnalysis analyze(Throwable root, WrongProfile cause) {
            return new FailureAnalysis(cause.getMessage(), "以创建它的环境启动，或换用另一个数据库。", cause);
        }
    }
}

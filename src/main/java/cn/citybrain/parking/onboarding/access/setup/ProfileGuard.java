package cn.citybrain.parking.onboarding.access.setup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database knows which profile made it. Under another one the application refuses to start, before the engine or
 * anybody else has touched a row: no demo users in production, no real papers in a demo.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProfileGuard extends AbstractProcessEnginePlugin {

    private final DataSource database;
    private final Environment environment;

    ProfileGuard(DataSource database, Environment environment) {
        this.database = database;
        this.environment = environment;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        String now = profile(environment);
        maker(database).filter(made -> !made.equals(now)).ifPresent(made -> {
            throw new WrongProfile(made, now);
        });
    }

    /** Writes the name down where there is none yet. */
    static void sign(JdbcClient jdbc, Environment environment, Clock clock) {
        jdbc.sql("INSERT INTO installation (id, profile, installed_at)"
                        + " SELECT 1, ?, ? WHERE NOT EXISTS (SELECT 1 FROM installation)")
                .params(profile(environment), OffsetDateTime.now(clock))
                .update();
    }

    /** @throws IllegalStateException unless exactly one of demo and prod is on */
    static String profile(Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        boolean prod = environment.acceptsProfiles(Profiles.of("prod"));
        if (demo == prod) {
            throw new IllegalStateException("必须且只能启用一个运行环境: demo 或 prod (spring.profiles.active)。");
        }
        return demo ? "demo" : "prod";
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

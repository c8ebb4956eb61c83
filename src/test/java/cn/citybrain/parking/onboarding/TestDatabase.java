package cn.citybrain.parking.onboarding;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every test context a database of its own: H2 in memory, or with {@code -Dtest.database=postgresql} one of an
 * embedded PostgreSQL that is started once per JVM.
 */
public class TestDatabase implements EnvironmentPostProcessor {

    private static EmbeddedPostgres postgres;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("test.database.keep")) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "spring.datasource.url", newDatabase(),
                                "spring.datasource.username", onPostgres() ? "postgres" : "sa",
                                "spring.datasource.password", onPostgres() ? "postgres" : "")));
    }

    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    /** The JDBC address of a new, empty database. */
    public static String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        return onPostgres() ? newPostgresDatabase(name) : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    private static synchronized String newPostgresDatabase(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .setRegisterShutdownHook(false)
                        .start();
                // after the contexts, so that the engine can still say goodbye
                SpringApplication.getShutdownHandlers().add(TestDatabase::stopPostgres);
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stopPostgres() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

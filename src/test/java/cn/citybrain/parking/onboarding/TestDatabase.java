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
        environment.getPropertySources().addFirst(new Settings());
    }

    /** Made when somebody asks for its address: the simulators beside the platform never do. */
    private static final class Settings extends MapPropertySource {

        private String url;

        Settings() {
            super(
                    "test-database",
                    Map.of(
                            "spring.datasource.url", "",
                            "spring.datasource.username", onPostgres() ? "postgres" : "sa",
                            "spring.datasource.password", onPostgres() ? "postgres" : ""));
        }

        @Override
        public Object getProperty(String name) {
            return name.equals("spring.datasource.url") ? url() : super.getProperty(name);
        }

        private synchronized String url() {
            if (url == null) {
                url = newDatabase();
            }
            return url;
        }
    }

    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    /** The JDBC address of a new, empty database. */
    public static String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        return onPostgres()
                ? newPostgresDatabase(name)
                : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=64";
    }

    private static synchronized String newPostgresDatabase(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .setRegisterShutdownHook(false)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stopPostgres, "stop-postgres"));
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

    /** After those who still use it: engines that end at the same time say goodbye in their tables. */
    private static void stopPostgres() {
        try {
            for (int tries = 0; tries < 100 && isInUse(); tries++) {
                Thread.sleep(100);
            }
        } catch (SQLException | InterruptedException e) {
            // it is stopped all the same
        } finally {
            closePostgres();
        }
    }

    private static boolean isInUse() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var others = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")) {
            others.next();
            return others.getInt(1) > 0;
        }
    }

    private static void closePostgres() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

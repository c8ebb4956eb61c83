package cn.citybrain.parking.onboarding.crash;

import cn.citybrain.parking.onboarding.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The platform in a JVM of its own, on a database that outlives it: the product's own H2 file with the product's own
 * options, or PostgreSQL.
 */
final class Platform {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(180);

    /** Pauses between two looks, shortened, and room for many who stand at once. */
    private static final Map<String, String> SHORT_WAITS = Map.ofEntries(
            Map.entry("onboarding.process.worker.interval", "200ms"),
            Map.entry("onboarding.process.worker.threads", "16"),
            Map.entry("onboarding.process.worker.poll-every", "1s"),
            Map.entry("onboarding.process.waiting.ask-after", "1s"),
            Map.entry("onboarding.channels.wechatpay.read-timeout", "60s"),
            Map.entry("onboarding.channels.wechatpay.total-timeout", "60s"),
            Map.entry("onboarding.deduction.query-schedule", "1s"),
            // what asks besides the gate; it must not move a deduction that stands at its moment
            Map.entry("onboarding.deduction.sweep-interval", "PT10M"),
            Map.entry("onboarding.mail.interval", "500ms"),
            // two lots of one application that end at once: the later one tries again
            Map.entry("camunda.bpm.generic-properties.properties.failedJobRetryTimeCycle", "R5/PT2S"),
            Map.entry("spring.datasource.hikari.maximum-pool-size", "30"),
            Map.entry("spring.task.scheduling.pool.size", "4"));

    private final Path home;
    private final int port;
    private final String simulatorUrl;
    private final String postgresUrl;
    private final Map<String, String> settings = new TreeMap<>(SHORT_WAITS);
    private final RestClient http;
    private Process jvm;

    Platform(Path home, Function<String, String> simulatorAt) {
        this.home = home;
        this.port = freePort();
        this.postgresUrl = TestDatabase.onPostgres() ? TestDatabase.newDatabase() : null;
        this.simulatorUrl = simulatorAt.apply("http://localhost:" + port);
        this.http = RestClient.create("http://localhost:" + port);
    }

    /**
     * One of several on a PostgreSQL that somebody else started.
     *
     * @param port that was free a moment ago; it keeps it when it is started again
     * @param settings besides and instead of the short waits
     */
    Platform(Path home, int port, String simulatorUrl, String postgresUrl, Map<String, String> settings) {
        this.home = home;
        this.port = port;
        this.simulatorUrl = simulatorUrl;
        this.postgresUrl = postgresUrl;
        this.settings.putAll(settings);
        this.http = RestClient.create("http://localhost:" + port);
    }

    /** Starts and waits until it answers. */
    void start(String... more) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx640m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillableApplication.class.getName()));
        command.addAll(arguments());
        command.addAll(Arrays.asList(more));
        try {
            jvm = new ProcessBuilder(command)
                    // Surefire's class path ends with an empty entry: the working directory
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(STARTS_WITHIN).until(this::ready);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--server.port=" + port);
        arguments.add("--onboarding.data-dir=" + home);
        arguments.add("--onboarding.simulator.embedded=false");
        arguments.add("--onboarding.simulator.url=" + simulatorUrl);
        arguments.add("--test.database.keep=true");
        if (postgresUrl != null) {
            arguments.add("--spring.datasource.url=" + postgresUrl);
            arguments.add("--spring.datasource.username=postgres");
            arguments.add("--spring.datasource.password=postgres");
        }
        return arguments;
    }

    boolean ready() {
        if (!jvm.isAlive()) {
            throw new AssertionError("the platform ended with " + jvm.exitValue() + ":\n" + lastWords());
        }
        try {
            http.get().uri("/actuator/health/readiness").retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }

    /** kill -9. */
    void kill() {
        if (jvm != null) {
            jvm.destroyForcibly();
            try {
                if (!jvm.waitFor(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("process " + jvm.pid() + " survived");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    void arm(Moment moment, String fact, boolean stopsAll) {
        http.get()
                .uri(
                        Remote.PATH + "/arm?name={name}&fact={fact}&after={after}&stopsAll={stopsAll}",
                        moment.name(),
                        fact,
                        moment.after(),
                        stopsAll)
                .retrieve()
                .toBodilessEntity();
    }

    /** Whether a trap holds somebody. */
    boolean stands(Moment moment) {
        return Arrays.asList(http.get().uri(Remote.PATH + "/sprung").retrieve().body(String[].class))
                .contains(moment.name());
    }

    /** As if minutes had passed since the start: what the dead JVM kept to itself is free for this one. */
    void letLocksRunOut() {
        http.get().uri(Remote.PATH + "/let-locks-run-out").retrieve().toBodilessEntity();
    }

    /** Brings gates that wait for a record into being; their lots' plates are numbered from {@code first}. */
    void openGates(List<String> lotCodes, int first) {
        http.get()
                .uri(Remote.PATH + "/gates?lots={lots}&first={first}", String.join(",", lotCodes), first)
                .retrieve()
                .toBodilessEntity();
    }

    /** Holder of this JVM's locks on external tasks. */
    String workerId() {
        return http.get().uri(Remote.PATH + "/worker").retrieve().body(String.class);
    }

    boolean isAlive() {
        return jvm != null && jvm.isAlive();
    }

    /** Returns when the request was taken. */
    void withdraw(long bindingId) {
        http.get()
                .uri(Remote.PATH + "/withdraw?binding={id}", bindingId)
                .retrieve()
                .toBodilessEntity();
    }

    /** While it runs. */
    long count(String query) {
        return http.get()
                .uri(Remote.PATH + "/count?query={query}", query)
                .retrieve()
                .body(Long.class);
    }

    /** What the dead JVM left. Of an H2 file a copy is read: the file itself stays as it was left. */
    JdbcClient remains() {
        if (postgresUrl != null) {
            return JdbcClient.create(new DriverManagerDataSource(postgresUrl, "postgres", "postgres"));
        }
        try {
            Path copy = home.resolve("copy-" + System.nanoTime());
            Files.copy(
                    home.resolve("onboarding.mv.db"),
                    copy.resolveSibling(copy.getFileName() + ".mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
            return JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + copy, "sa", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return home.resolve("platform.log");
    }

    String lastWords() {
        try {
            String all = Files.readString(log());
            return all.substring(Math.max(0, all.length() - 6000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

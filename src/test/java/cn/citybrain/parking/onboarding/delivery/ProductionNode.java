package cn.citybrain.parking.onboarding.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The product's jar with profile {@code prod}, started as the handbook says: a JVM whose settings all stand in its environment. */
final class ProductionNode implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(10);
    private static final int OK = 200;

    private final Process jvm;
    private final Path log;
    private final int health;

    private ProductionNode(Process jvm, Path log, int health) {
        this.jvm = jvm;
        this.log = log;
        this.health = health;
    }

    /**
     * Returns when it takes requests.
     *
     * @param settings its environment; nothing of this JVM's own reaches it
     * @param port that was free a moment ago
     */
    static ProductionNode start(Path jar, Map<String, String> settings, int port, Path home) {
        ProcessBuilder command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
        command.environment().clear();
        command.environment().putAll(settings);
        command.environment().put("SPRING_PROFILES_ACTIVE", "prod");
        command.environment().put("SERVER_PORT", Integer.toString(port));
        int health = freePort();
        command.environment().put("ONBOARDING_MANAGEMENT_PORT", Integer.toString(health));
        command.environment().put("ONBOARDING_MACHINE_PORT", Integer.toString(freePort()));
        Path log = home.resolve("node.log");
        try {
            ProductionNode node = new ProductionNode(
                    command.redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log,
                    health);
            Awaitility.await().atMost(STARTS_WITHIN).until(node::isReady);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file of settings, e.g. {@code docker/prod.env.example}. */
    static Map<String, String> settings(Path file) {
        Properties lines = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        lines.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jvm.destroy();
        try {
            if (!jvm.waitFor(1, TimeUnit.MINUTES)) {
                jvm.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            jvm.destroyForcibly();
        }
    }

    /**
     * Asks the port of those who watch.
     *
     * @param path below {@code /actuator}
     * @param token empty for none
     */
    HttpResponse<String> watched(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + health + "/actuator" + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private boolean isReady() throws InterruptedException {
        if (!jvm.isAlive()) {
            throw new AssertionError("the node ended with " + jvm.exitValue() + ":\n" + said());
        }
        try {
            return watched("/health/readiness", "").statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}

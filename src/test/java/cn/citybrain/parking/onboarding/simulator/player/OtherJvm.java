package cn.citybrain.parking.onboarding.simulator.player;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own with the product's classes, without the tests'. */
final class OtherJvm implements AutoCloseable {

    private final List<String> command = new ArrayList<>();
    private final Path log;
    private final URI url;
    private final String probe;
    private Process process;

    /**
     * @param extra a folder to put before the product's classes, null for none
     * @param probe path that answers 200 once it is ready
     */
    OtherJvm(
            String mainClass,
            Path log,
            int port,
            String probe,
            Path extra,
            List<String> options,
            List<String> arguments) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(extra), mainClass));
        command.addAll(arguments);
        this.log = log;
        this.probe = probe;
        this.url = URI.create("http://localhost:" + port);
    }

    URI url() {
        return url;
    }

    OtherJvm start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until it answers; a JVM that dies first is left to {@link #awaitDeath}. */
    OtherJvm awaitReady() {
        Patience.until(
                probe + " of " + url,
                Duration.ofMinutes(4),
                () -> !process.isAlive() || answers() ? Optional.of(true) : Optional.empty());
        return this;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code of a JVM that dies by itself. */
    int awaitDeath(Duration longest) {
        try {
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still alive after " + longest + ", see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        awaitDeath(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            return new Web(url)
                            .exchange("GET", probe, null, java.net.http.HttpRequest.BodyPublishers.noBody())
                            .statusCode()
                    == 200;
        } catch (PlayFailed notYet) {
            return false;
        }
    }

    private static String classPath(Path extra) {
        Stream<String> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"));
        return Stream.concat(extra == null ? Stream.empty() : Stream.of(extra.toString()), own)
                .collect(Collectors.joining(File.pathSeparator));
    }
}

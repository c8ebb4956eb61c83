package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script around the broker, with a mosquitto that writes down what happens to it and a short sleep. */
class BrokerScriptTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path users;
    private Path store;
    private Path script;
    private Process running;

    @BeforeEach
    void programs() throws IOException {
        users = folder.resolve("passwords");
        store = folder.resolve("mosquitto.db");
        Files.writeString(folder.resolve("events"), "");
        script = Files.writeString(
                folder.resolve("mosquitto.sh"),
                Files.readString(Path.of("docker/mosquitto.sh"))
                        .replace("/run/mqtt/passwords", users.toString())
                        .replace("/mosquitto/data", folder.toString()));
        // as mosquitto does, it writes its store when it ends
        program(
                "mosquitto",
                "trap 'echo reload >> events' HUP; trap 'echo kept > mosquitto.db; echo stop >> events; exit' TERM;"
                        + " echo start >> events; while :; do /bin/sleep 0.05; done");
        program("sleep", "exec /bin/sleep 0.1");
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    @Test
    void aNewUserIsReadByTheBrokerThatRuns() throws Exception {
        run("platform:p\nlot-1:a\n");
        write("platform:p\nlot-1:a\nlot-2:b\n");

        events("start", "reload");
    }

    @Test
    void aUserWhoWentOrHasAnotherPasswordTakesEverySessionAlong() throws Exception {
        run("platform:p\nlot-1:a\nlot-2:b\n");
        write("platform:p\nlot-2:b\n");
        events("start", "stop", "start");
        assertThat(store).doesNotExist();

        write("platform:p\nlot-2:another\n");
        events("start", "stop", "start", "stop", "start");
        assertThat(store).doesNotExist();
    }

    @Test
    void aUserWhoWentWhileTheBrokerWasDownLeavesNothingEither() throws Exception {
        Files.writeString(folder.resolve("known-users"), "platform:p\nlot-1:a\n");
        Files.writeString(store, "what waited for lot-1");

        run("platform:p\nlot-1:of-the-next\n");

        assertThat(store).doesNotExist();
    }

    @Test
    void aPlainRestartKeepsWhatWaits() throws Exception {
        Files.writeString(folder.resolve("known-users"), "platform:p\nlot-1:a\n");
        Files.writeString(store, "what waits for lot-1");

        run("platform:p\nlot-1:a\n");
        assertThat(store).exists();
        running.destroy();

        events("start", "stop");
        assertThat(store).hasContent("kept");
    }

    private void run(String first) throws IOException, InterruptedException {
        write(first);
        List<String> command = new ArrayList<>(shell());
        command.add(script.toString());
        ProcessBuilder shell = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = shell.environment();
        environment.put("PATH", folder + ":" + environment.get("PATH"));
        running = shell.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        events("start");
    }

    /** A shell that was begun with a signal ignored, under nohup say, cannot trap it; the real mosquitto could. */
    private static List<String> shell() throws IOException, InterruptedException {
        List<String> heeding = List.of("env", "--default-signal=HUP");
        int known = new ProcessBuilder(
                        Stream.concat(heeding.stream(), Stream.of("true")).toList())
                .start()
                .waitFor();
        return known == 0 ? Stream.concat(heeding.stream(), Stream.of("sh")).toList() : List.of("sh");
    }

    private void write(String lines) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), lines);
        Files.move(
                fresh,
                users,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void events(String... expected) {
        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(Files.readAllLines(folder.resolve("events")))
                .isEqualTo(List.of(expected)));
    }

    private void program(String name, String does) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + does + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }
}

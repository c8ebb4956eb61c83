package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that back up and restore, with PostgreSQL's own programs replaced by ones that write down how they were called. */
class BackupScriptsTest {

    private static final Path DOCKER = Path.of("docker").toAbsolutePath();

    @TempDir
    Path folder;

    private Path calls;

    @BeforeEach
    void programs() throws IOException {
        calls = folder.resolve("calls");
        Files.writeString(calls, "");
        program("pg_dump", "echo a backup");
        program("pg_restore", "cat >/dev/null");
        program(
                "psql",
                "case \"$*\" in *pg_stat_activity*) echo \"${CONNECTED:-0}\";; *to_regclass*) echo \"${TABLE:-t}\";; esac");
    }

    @Test
    void bothAreShellScripts() throws Exception {
        for (String script : List.of("backup.sh", "restore.sh")) {
            assertThat(run(Map.of(), "-n", DOCKER.resolve(script).toString()).code())
                    .as(script)
                    .isZero();
        }
    }

    @Test
    void aBackupIsReadOnceBeforeItGetsItsName() throws Exception {
        Ended backup = run(Map.of(), DOCKER.resolve("backup.sh").toString(), folder.toString());

        assertThat(backup.code()).isZero();
        assertThat(Path.of(backup.said().strip())).hasContent("a backup\n");
        assertThat(backup.said()).containsPattern("/onboarding-\\d{8}T\\d{6}Z\\.dump");
        assertThat(calls()).containsExactly("pg_dump -U onboarding -d onboarding --format=custom", "pg_restore --list");
    }

    @Test
    void aBackupThatCannotBeReadGetsNoName() throws Exception {
        program("pg_restore", "exit 1");
        assertThat(run(Map.of(), DOCKER.resolve("backup.sh").toString(), folder.toString())
                        .code())
                .isNotZero();
        try (var files = Files.newDirectoryStream(folder, "*.dump")) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aRestoreTellsThePlatformBeforeAnyNodeCanStartOnIt() throws Exception {
        assertThat(restore(Map.of()).code()).isZero();

        List<String> order = calls();
        int told = index(
                order, "INSERT INTO restored_backup (restored_to, noticed_at) VALUES ('2026-11-24T02:00:00Z', now())");
        assertThat(index(order, "pg_restore")).isLessThan(told);
        assertThat(told).isLessThan(index(order, "RENAME TO onboarding_before_"));
        assertThat(order.get(order.size() - 1)).contains("ALTER DATABASE onboarding_restoring RENAME TO onboarding");
    }

    @Test
    void nothingIsTouchedWhileANodeIsConnected() throws Exception {
        assertThat(restore(Map.of("CONNECTED", "2")).code()).isEqualTo(3);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whatWasThereStaysWhenTheBackupCannotBeRead() throws Exception {
        program("pg_restore", "exit 1");
        assertThat(restore(Map.of()).code()).isNotZero();
        assertThat(calls()).noneMatch(call -> call.contains("RENAME"));
    }

    @Test
    void aBackupOfAnOlderVersionNamesTheSettingInstead() throws Exception {
        Ended ended = restore(Map.of("TABLE", "f"));
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("ONBOARDING_RESTORED_TO=2026-11-24T02:00:00Z");
        assertThat(calls()).noneMatch(call -> call.contains("INSERT"));
    }

    private Ended restore(Map<String, String> environment) throws Exception {
        Path file = Files.writeString(folder.resolve("onboarding-20261124T020000Z.dump"), "a backup");
        return run(environment, DOCKER.resolve("restore.sh").toString(), file.toString());
    }

    private record Ended(int code, String said) {}

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("sh"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ONBOARDING_") || name.equals("PG"));
        builder.environment().put("PATH", folder + ":" + builder.environment().get("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private void program(String name, String does) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(
                program,
                "#!/bin/sh\necho " + name + " \"$@\" | tr '\\n' ' ' >>" + calls + "\necho >>" + calls + "\n" + does
                        + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls).stream().map(String::strip).toList();
    }

    private static int index(List<String> calls, String part) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " was not called: " + calls);
    }
}

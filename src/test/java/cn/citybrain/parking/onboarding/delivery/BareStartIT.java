package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starts without being told what it is to be: the demo alone, from its own jar. */
class BareStartIT {

    private static final int REFUSED = 1;

    private final Path product = BuiltJar.named("jar.product").path();
    private final Path demo = BuiltJar.named("jar.demo").path();

    @TempDir
    Path home;

    @Test
    void theProductRefusesAndLeavesNothingBehind() throws Exception {
        Ended ended = start(product, Map.of());

        assertThat(ended.code()).isEqualTo(REFUSED);
        assertThat(ended.said())
                .contains("未指定运行环境: 必须启用 prod 或 demo 之一。", "SPRING_PROFILES_ACTIVE=prod", "-demo.jar")
                .doesNotContain("\tat ");
        nothingIsLeft();
    }

    @Test
    void anEmptyOrUnknownNameIsNone() throws Exception {
        for (String name : List.of("", "default", "production")) {
            Ended ended = start(product, Map.of("SPRING_PROFILES_ACTIVE", name));

            assertThat(ended.code()).as("'%s'", name).isEqualTo(REFUSED);
            assertThat(ended.said()).as("'%s'", name).contains("未指定运行环境").doesNotContain("\tat ");
        }
        nothingIsLeft();
    }

    @Test
    void theProductIsNotTheDemoWhoeverSaysSo() throws Exception {
        Ended ended = start(product, Map.of("SPRING_PROFILES_ACTIVE", "demo"));

        assertThat(ended.code()).isEqualTo(REFUSED);
        assertThat(ended.said()).contains("此安装包不含演示环境 (demo)").doesNotContain("\tat ");
        nothingIsLeft();
    }

    /** Whoever sets production up with the wrong jar gets no simulator and no demo user. */
    @Test
    void theDemoJarIsNotProduction() throws Exception {
        Ended both = start(demo, Map.of("SPRING_PROFILES_ACTIVE", "prod,demo"));
        assertThat(both.code()).isEqualTo(REFUSED);
        assertThat(both.said()).contains("同时指定了 demo 与 prod").doesNotContain("\tat ");

        Ended production = start(demo, Map.of("SPRING_PROFILES_ACTIVE", "prod"));
        assertThat(production.code()).isEqualTo(REFUSED);
        assertThat(production.said()).contains("这是演示安装包", "不带 -demo 的安装包").doesNotContain("\tat ");
        nothingIsLeft();
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("said");
        }
    }

    private record Ended(int code, String said) {}

    /** In an empty folder, with nothing in its environment but what is given. */
    private Ended start(Path jar, Map<String, String> environment) throws IOException, InterruptedException {
        File said = home.resolve("said").toFile();
        ProcessBuilder command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-jar",
                        jar.toAbsolutePath().toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said);
        command.environment().clear();
        command.environment().put("LANG", "C.UTF-8");
        command.environment().putAll(environment);
        Process jvm = command.start();
        assertThat(jvm.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        return new Ended(jvm.exitValue(), Files.readString(said.toPath()));
    }
}

package cn.citybrain.parking.onboarding.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What moves with every version of the engine is named in one room, so that moving on means looking there. */
class EngineInternalsTest {

    private static final String INTERNALS = "org.camunda.bpm.engine.impl";
    private static final Path ROOM = Path.of("src/main/java/cn/citybrain/parking/onboarding/access/engine");

    @Test
    void areNamedInOneRoomOnly() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> naming = files.filter(Files::isRegularFile)
                    .filter(EngineInternalsTest::namesInternals)
                    .toList();
            assertThat(naming).isNotEmpty().allMatch(file -> file.startsWith(ROOM));
        }
    }

    private static boolean namesInternals(Path file) {
        try {
            return Files.readString(file).contains(INTERNALS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

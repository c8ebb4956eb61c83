package cn.citybrain.parking.onboarding.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package is a room: few enough files to see the door, a sign at it, and no way back to itself through others. */
class RoomsTest {

    private static final int FILES = 28;
    private static final List<String> ROOTS = List.of("src/main/java", "src/demo/java", "src/test/java");

    @Test
    void noneHoldsMoreThanAboutTwentyFiveFiles() throws IOException {
        assertThat(rooms().entrySet()).isNotEmpty().allSatisfy(room -> assertThat(room.getValue())
                .as(room.getKey().toString())
                .hasSizeLessThanOrEqualTo(FILES));
    }

    @Test
    void eachOfTheCodeSaysWhatItIsFor() throws IOException {
        assertThat(rooms().keySet())
                .filteredOn(room -> !room.startsWith("src/test"))
                .filteredOn(room -> room.toString().contains("onboarding/"))
                .isNotEmpty()
                .allMatch(room -> Files.exists(room.resolve("package-info.java")));
    }

    @Test
    void noneDependsOnItselfThroughOthers() {
        slices().matching("cn.citybrain.parking.(**)").should().beFreeOfCycles().check(CompiledClasses.code());
    }

    private static Map<Path, List<Path>> rooms() throws IOException {
        Map<Path, List<Path>> rooms = new java.util.TreeMap<>();
        for (String root : ROOTS) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                rooms.putAll(files.filter(file -> file.toString().endsWith(".java"))
                        .collect(Collectors.groupingBy(Path::getParent)));
            }
        }
        return rooms;
    }
}

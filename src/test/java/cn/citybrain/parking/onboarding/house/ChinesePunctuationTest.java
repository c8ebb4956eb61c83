package cn.citybrain.parking.onboarding.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read in Chinese is punctuated as Chinese is, on our pages, in mails and at the demo's desk. */
class ChinesePunctuationTest {

    private static final List<String> READ = List.of(
            "src/demo/resources/simulator/static",
            "src/main/resources/META-INF/resources/onboarding",
            "src/main/resources/access",
            "src/main/resources/mail",
            "forms");
    private static final Pattern HALF_WIDTH =
            Pattern.compile("[\\p{IsHan}”」][,;?!:] |[\\p{IsHan}”」] ?\\([^()]*\\p{IsHan}");
    private static final Pattern COMMENT = Pattern.compile("\\s*(//|/?\\*).*");

    @Test
    void isNotThatOfEnglish() {
        assertThat(READ).allSatisfy(place -> assertThat(faults(Path.of(place))).isEmpty());
    }

    private static List<String> faults(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|html|txt|json)"))
                    .flatMap(ChinesePunctuationTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !COMMENT.matcher(line).matches())
                    .filter(line -> HALF_WIDTH.matcher(line).find())
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

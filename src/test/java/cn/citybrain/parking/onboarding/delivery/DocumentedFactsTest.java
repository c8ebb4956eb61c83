package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of the code is so. */
class DocumentedFactsTest {

    private static final MarkdownFile README = MarkdownFile.read(Path.of("README.md"));
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`]+)`");

    static List<MarkdownFile> documents() throws IOException {
        return MarkdownFile.all();
    }

    @Test
    void theReadmeIsShort() {
        assertThat(README.text().lines()).hasSizeLessThanOrEqualTo(150).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(160));
    }

    /** A room per channel goes without saying, and so does what is inside of a room. */
    @Test
    void theReadmesMapNamesEveryModuleAndItsRooms() throws IOException {
        Set<String> mapped = new TreeSet<>();
        for (List<String> row : README.rows("package")) {
            String module = inBackticks(row.get(0)).get(0);
            mapped.add(module);
            if (row.size() > 2) {
                inBackticks(row.get(2)).forEach(room -> mapped.add(module + "." + room));
            }
        }
        Set<String> there = packages();
        Stream.of(Channel.values())
                .map(Channel::code)
                .forEach(code -> there.removeIf(each -> each.endsWith("." + code)));

        assertThat(mapped).containsExactlyElementsOf(there);
    }

    @Test
    void theTableOfProcessesNamesEveryStepOfPeople() throws IOException {
        List<List<String>> rows =
                MarkdownFile.read(Path.of("src/docs/processes.md")).rows("model");

        assertThat(rows).hasSizeGreaterThan(5);
        for (List<String> row : rows) {
            String model = inBackticks(row.get(0)).get(0);
            Set<String> steps = new TreeSet<>();
            row.subList(2, row.size()).stream()
                    .filter(cell -> !cell.isEmpty())
                    .forEach(cell -> steps.addAll(List.of(cell.split(", "))));
            assertThat(steps).as(model).isEqualTo(new TreeSet<>(userTasks(model)));
        }
    }

    @Test
    void everyDecisionHasItsNumberAndItsThreeParts() {
        String decisions = MarkdownFile.read(Path.of("src/docs/decisions.md")).text();
        List<String> numbered = Stream.of(decisions.split("(?m)^## "))
                .filter(section -> section.matches("(?s)\\d+\\. .*"))
                .toList();

        assertThat(numbered).hasSizeGreaterThanOrEqualTo(18);
        assertThat(numbered.stream().map(section -> section.replaceFirst("(?s)\\..*", "")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, numbered.size())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(numbered).allSatisfy(section -> {
            assertThat(section).containsSubsequence("**Context:**", "**Choice:**", "**Price:**");
            String title = section.lines().findFirst().orElseThrow();
            assertThat(decisions).as("list of contents").contains("* [" + title + "](");
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyClassThatIsNamedExists(MarkdownFile document) throws IOException {
        Set<String> classes = classes();

        assertThat(document.code().stream()
                        .filter(code -> code.matches("([a-z]+\\.)*[A-Z][a-z][A-Za-z]*(\\.[A-Z][A-Za-z]*)?"))
                        .map(code -> code.replaceFirst("^([a-z]+\\.)*", "").replaceFirst("\\..*", "")))
                .isSubsetOf(classes);
    }

    @Test
    void theChineseReadmeUsesChinesePunctuation() {
        String text = MarkdownFile.read(Path.of("src/docs/README.zh-CN.md")).withoutBlocks();

        assertThat(Pattern.compile("\\p{IsHan}[,.;:!?()]|[,;:!?()]\\p{IsHan}")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
        assertThat(text).contains("，", "。", "：", "（", "“");
    }

    private static List<String> inBackticks(String cell) {
        return IN_BACKTICKS.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    private static List<String> userTasks(String model) throws IOException {
        return Pattern.compile("<bpmn:userTask [^>]*?\\bname=\"([^\"]*)\"")
                .matcher(Files.readString(Path.of("bpmn", model + ".bpmn")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Below the root package, of the product and of the demo. */
    private static Set<String> packages() throws IOException {
        return javaFiles()
                .map(file -> file.replaceFirst("^src/(main|demo)/java/cn/citybrain/parking/onboarding/", ""))
                .filter(file -> !file.startsWith("src/") && file.endsWith("/package-info.java"))
                .map(file -> file.replace("/package-info.java", "").replace('/', '.'))
                .filter(room -> !room.matches(".+\\..+\\..+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes() throws IOException {
        return javaFiles()
                .map(file -> file.replaceFirst(".*/", "").replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<String> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(Path::toString).filter(name -> name.endsWith(".java")).toList().stream();
        }
    }
}

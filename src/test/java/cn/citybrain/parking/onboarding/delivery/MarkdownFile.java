package cn.citybrain.parking.onboarding.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository, as GitHub reads it.
 *
 * @param path from the top of the repository
 */
record MarkdownFile(Path path, String text) {

    private static final Path DOCS = Path.of("src/docs");

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    static MarkdownFile read(Path path) {
        try {
            return new MarkdownFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that people are given to read. */
    static List<MarkdownFile> all() throws IOException {
        try (Stream<Path> docs = Files.list(DOCS)) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("docker/README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(MarkdownFile::read)
                    .toList();
        }
    }

    /** Each link and picture that leads to no file, outside of the repository, or to a heading that is not there. */
    List<String> brokenLinks() {
        return links().stream()
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !leadsSomewhere(link))
                .toList();
    }

    /** The files that links and pictures lead to. */
    Set<Path> targets() {
        Set<Path> targets = new LinkedHashSet<>();
        links().stream().filter(link -> !link.matches("[a-z]+:.*")).forEach(link -> targets.add(target(link)));
        return targets;
    }

    /** What stands in backticks within a line. */
    List<String> code() {
        return CODE.matcher(withoutBlocks())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The cells of each row of the table whose first heading this is. */
    List<List<String>> rows(String firstHeading) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("| " + firstHeading + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    String withoutBlocks() {
        return FENCED.matcher(text).replaceAll("");
    }

    private boolean leadsSomewhere(String link) {
        Path target = target(link);
        if (target.startsWith("..") || target.isAbsolute()) {
            return false;
        }
        boolean here = target.equals(path);
        int anchor = link.indexOf('#');
        return (here || Files.exists(target))
                && (anchor < 0 || (here ? this : read(target)).anchors().contains(link.substring(anchor + 1)));
    }

    private Path target(String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? path : path.resolveSibling(file).normalize();
    }

    private List<String> links() {
        return LINK.matcher(CODE.matcher(withoutBlocks()).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** As GitHub makes them of headings: lower case, blanks to hyphens, no punctuation, repeated ones numbered. */
    private List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        for (MatchResult heading : HEADING.matcher(withoutBlocks()).results().toList()) {
            String anchor = LINK.matcher(heading.group(1))
                    .replaceAll(link -> link.group().replaceFirst("^!?\\[(.*)].*", "$1"))
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int times = seen.merge(anchor, 1, Integer::sum);
            anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
        }
        return anchors;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

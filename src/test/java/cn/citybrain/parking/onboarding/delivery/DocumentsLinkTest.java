package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody who reads the documents comes to a dead end. */
class DocumentsLinkTest {

    static List<MarkdownFile> documents() throws IOException {
        return MarkdownFile.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkAndPictureLeadsSomewhere(MarkdownFile document) {
        assertThat(document.brokenLinks()).isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        MarkdownFile document = new MarkdownFile(Path.of("src/docs/invented.md"), """
                # A title, `with code` & more: 中文（测试）

                ## Twice
                ## Twice

                [right](#a-title-with-code--more-中文测试), [right](#twice-1), [right](../../README.md#run-it), <http://localhost>,
                [right](https://example.com/nowhere), `[no link](nowhere.md)`, [right](pictures), [wrong](#no-heading)

                ```
                # no heading
                [no link](nowhere.md)
                ```

                [wrong](#twice-2), [`wrong`](gone.md), ![wrong](pictures/gone.png), [wrong](/README.md),
                [wrong](../../README.md#gone), [wrong](../../../outside.md)
                """);

        assertThat(document.brokenLinks())
                .containsExactly(
                        "#no-heading",
                        "#twice-2",
                        "gone.md",
                        "pictures/gone.png",
                        "/README.md",
                        "../../README.md#gone",
                        "../../../outside.md");
    }

    @Test
    void whoBeginsAtTheReadmeFindsEveryDocumentAndPicture() throws IOException {
        Set<Path> found = new HashSet<>();
        Deque<Path> toRead = new ArrayDeque<>(List.of(Path.of("README.md")));
        while (!toRead.isEmpty()) {
            Path next = toRead.pop();
            if (found.add(next) && next.toString().endsWith(".md")) {
                toRead.addAll(MarkdownFile.read(next).targets());
            }
        }

        assertThat(found)
                .containsAll(documents().stream().map(MarkdownFile::path).toList());
        try (Stream<Path> pictures = Files.list(Path.of("src/docs/pictures"))) {
            assertThat(found).containsAll(pictures.toList());
        }
    }
}

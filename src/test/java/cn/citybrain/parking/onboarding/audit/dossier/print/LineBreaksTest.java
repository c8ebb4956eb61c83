package cn.citybrain.parking.onboarding.audit.dossier.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

    private PDDocument document;
    private Typefaces faces;

    @BeforeEach
    void open() throws IOException {
        document = new PDDocument();
        faces = new Typefaces(document);
    }

    @AfterEach
    void close() throws IOException {
        faces.close();
        document.close();
    }

    @Test
    void breaksBetweenAnyTwoChineseCharacters() throws IOException {
        assertThat(lines("停车场接入申请", 30)).containsExactly("停车场", "接入申", "请");
    }

    @Test
    void putsNoClosingMarkFirstAndNoOpeningMarkLast() throws IOException {
        assertThat(lines("停车场，接入（申请）", 30)).allSatisfy(line -> {
            assertThat(line).doesNotStartWith("，").doesNotStartWith("）");
            assertThat(line).doesNotEndWith("（");
        });
    }

    @Test
    void keepsWordsAndNumbersTogether() throws IOException {
        assertThat(lines("编号 WX202611290001", 90)).containsExactly("编号", "WX202611290001");
    }

    @Test
    void splitsWhatAloneIsLongerThanALine() throws IOException {
        String hash = "0123456789abcdef".repeat(4);

        List<String> lines = lines(hash, 100);

        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(String.join("", lines)).isEqualTo(hash);
    }

    @Test
    void keepsTheLinesThatAreThere() throws IOException {
        assertThat(lines("一\n\n二", 100)).containsExactly("一", "", "二");
    }

    private List<String> lines(String text, float width) throws IOException {
        return LineBreaks.lines(faces, faces.printable(text), width, 10);
    }
}

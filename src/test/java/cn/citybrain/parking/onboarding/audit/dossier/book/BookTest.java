package cn.citybrain.parking.onboarding.audit.dossier.book;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class BookTest {

    @Test
    void theSameMatterGivesTheSameBytes() throws IOException {
        assertThat(print()).isEqualTo(print());
    }

    @Test
    void tellsEveryLotEveryAttemptAndTheWholeOfALongReason() throws IOException {
        byte[] pdf = print();
        // to be looked at
        Files.write(Path.of("target", "dossier-of-five-lots.pdf"), pdf);
        String read = text(pdf);

        assertThat(read).contains("湖滨银泰停车场5号", "浙A12345", "主管乙（supervisor2）", "重新测试", "测试扣款第1版");
        assertThat(count(read, "招牌照片")).as("in two chapters, but for those that a page parts").isBetween(225, 240);
    }

    @Test
    void theTablesHoldOneLineForEachThing() throws IOException {
        List<DossierFile> files = new Sheets(SampleMatter.matter(), SampleMatter.files()).files();

        assertThat(files).extracting(DossierFile::name).doesNotHaveDuplicates().contains("表格/时间线.csv", "表格/退款.csv");
        assertThat(lines(files, "表格/时间线.csv"))
                .isEqualTo(SampleMatter.matter().story().entries().size() + 1);
        assertThat(lines(files, "表格/扣款.csv")).isEqualTo(6);
        assertThat(lines(files, "表格/提交资料.csv")).isEqualTo(91);
    }

    private static long lines(List<DossierFile> files, String name) {
        byte[] content = files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content()
                .get();
        return new String(content, StandardCharsets.UTF_8).lines().count();
    }

    private static byte[] print() throws IOException {
        Matter matter = SampleMatter.matter();
        return new Book(matter, matter.point(), SampleMatter.versions(), SampleMatter.files()).bytes();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}

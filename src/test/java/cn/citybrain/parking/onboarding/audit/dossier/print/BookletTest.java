package cn.citybrain.parking.onboarding.audit.dossier.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookletTest {

    private static final List<Column> COLUMNS = List.of(new Column("时间", 1), new Column("事项", 4));

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        assertThat(sample()).isEqualTo(sample());
    }

    /** What a packer makes of the same bytes is another thing with another zlib. */
    @Test
    void nothingInItIsPacked() throws IOException {
        assertThat(new String(sample(), StandardCharsets.ISO_8859_1)).doesNotContain("/FlateDecode", "/Filter");
    }

    @Test
    void everyFontIsEmbeddedWithTheCharactersThatAreShownAndNoOthers() throws IOException {
        byte[] pdf = sample();

        assertThat(pdf).hasSizeLessThan(400_000);
        assertThat(fonts(pdf)).hasSize(2).allSatisfy(font -> {
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
        });
    }

    @Test
    void readsAsItWasWritten() throws IOException {
        assertThat(text(sample()))
                .contains("支付渠道接入审计卷宗", "湖滨银泰停车场", "浙A12345", "“可以受理”", "第 1 页，共 ", "¥ 5.00 → 已到账");
    }

    /** Rare characters of names, pictures, and what nobody sees. */
    @Test
    void whatNoFontHasIsVisiblyReplaced() throws IOException {
        String read = text(booklet(booklet -> booklet.paragraph("法人 \uD842\uDFB7某，😀，甲\u200B乙\u0007丙，䶮")));

        assertThat(read).contains("法人 〓某，〓，甲〓乙〓丙，䶮");
    }

    @Test
    void aCellThatIsLongerThanAPageGoesOnOverThePage() throws IOException {
        String reason =
                IntStream.range(0, 900).mapToObj(n -> "第" + n + "条理由，").collect(Collectors.joining());
        byte[] pdf = booklet(booklet -> booklet.table(COLUMNS, List.of(List.of("2026-11-29", reason))));

        String read = text(pdf).replaceAll("\\s", "");
        assertThat(read).contains("第0条理由", "第450条理由", "第899条理由");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
    }

    @Test
    void theHeadOfATableIsRepeatedOnEachPage() throws IOException {
        List<List<String>> rows = IntStream.range(0, 200)
                .mapToObj(n -> List.of("2026-11-29", "事项 " + n))
                .toList();
        byte[] pdf = booklet(booklet -> booklet.table(COLUMNS, rows));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 2; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).as("page " + page).contains("时间 事项");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelIsDrawnWithTheNamesOfItsElements(Path model) throws IOException {
        Diagram diagram = DiagramReader.read(Files.readString(model));
        List<Diagram.Shape> named = diagram.shapes().stream()
                .filter(shape -> !shape.name().isEmpty())
                .toList();
        Map<String, Walk.Mark> marks =
                Map.of(named.get(0).id(), new Walk.Mark(1, 2, Walk.State.DONE));
        Set<String> flows = Set.of(diagram.flows().get(0).id());
        byte[] pdf = booklet(booklet -> booklet.diagram("流程", diagram, new Walk(marks, flows)));

        String read = text(pdf).replaceAll("\\s", "");
        assertThat(named).isNotEmpty().allSatisfy(shape -> assertThat(read)
                .contains(shape.name().substring(0, 2).replaceAll("\\s", "")));
        assertThat(read).contains("1×2");
    }

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    private static byte[] sample() throws IOException {
        return booklet(booklet -> {
            booklet.section("决定");
            booklet.paragraph("审核员写道：“可以受理”。¥ 5.00 → 已到账");
            booklet.facts(List.of(new Labelled("停车场", "湖滨银泰停车场"), new Labelled("车牌", "浙A12345")));
            booklet.table(COLUMNS, List.of(List.of("2026-11-29", "提交申请资料")));
        });
    }

    private static byte[] booklet(Content content) throws IOException {
        try (Booklet booklet = new Booklet("卷宗", "卷宗 WX1", 42)) {
            booklet.cover("支付渠道接入审计卷宗", "WX1", List.of(new Labelled("渠道", "微信支付")), "说明", 1);
            booklet.chapter("1　内容");
            content.print(booklet);
            return booklet.bytes();
        }
    }

    private interface Content {
        void print(Booklet booklet) throws IOException;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<PDFont> fonts(byte[] pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        Set<String> names = new java.util.HashSet<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    if (names.add(font.getName())) {
                        fonts.add(font);
                    }
                }
            }
        }
        return fonts;
    }
}

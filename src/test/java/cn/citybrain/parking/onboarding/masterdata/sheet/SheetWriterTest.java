package cn.citybrain.parking.onboarding.masterdata.sheet;

import static cn.citybrain.parking.onboarding.masterdata.sheet.TestLayout.LOTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTest {

    private static final List<Map<String, String>> ROWS = List.of(
            row("0301020001", "湖滨（银泰），\"A\"座", "0571-87000001", "420", "120.164410", "2026-11-29"),
            row("913301020000000000", "'引号停车场", "+1-212-5550002", "0", "-1.50", ""),
            row("-7", "=cmd|' /C calc'!A0", "", "", "", ""),
            row("@sum", "''=两个引号", "", "", "", ""),
            row("1E5", "-减号", "", "", "", ""));

    @Test
    void writesCsvThatIsReadBackUnchanged() {
        assertRead(SheetWriter.csv(LOTS, ROWS));
    }

    @Test
    void writesXlsxThatIsReadBackUnchanged() {
        assertRead(SheetWriter.xlsx(LOTS, ROWS, List.of(List.of("列", "说明"))));
    }

    @Test
    void beginsCsvWithTheMarkThatExcelKnowsUtf8By() {
        assertThat(SheetWriter.csv(LOTS, ROWS)).startsWith(0xEF, 0xBB, 0xBF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1",
                "＋1",
                " =1",
                "'=1",
                "=HYPERLINK(\"http://x\")"
            })
    void writesNoCellThatASpreadsheetWouldRun(String text) {
        List<Map<String, String>> rows = List.of(row("1", text, "", "", "", ""));
        String csv = new String(SheetWriter.csv(LOTS, rows), StandardCharsets.UTF_8);

        String written = csv.lines().skip(1).findFirst().orElseThrow().split(",", 3)[1];
        assertThat(written).matches("\"?'.*");
        assertThat(onlyName(SheetWriter.xlsx(LOTS, rows))).startsWith("'");
    }

    @Test
    void writesEveryCellOfAWorkbookAsText() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(SheetWriter.xlsx(LOTS, ROWS)))) {
            assertThat(book.getFirstSheet().read()).hasSize(6).allSatisfy(row -> assertThat(
                            row.stream().filter(cell -> cell != null && cell.getType() != CellType.EMPTY))
                    .isNotEmpty()
                    .allMatch(cell -> cell.getType() == CellType.STRING));
        }
    }

    private static String onlyName(byte[] xlsx) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getFirstSheet().read().get(1).getCellText(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRead(byte[] written) {
        assertThat(SheetFile.read(written, LOTS).rows())
                .extracting(TestLayout::says)
                .isEqualTo(ROWS);
    }

    private static Map<String, String> row(
            String code, String name, String phone, String spaces, String lng, String since) {
        return Map.of("code", code, "name", name, "phone", phone, "spaces", spaces, "longitude", lng, "since", since);
    }
}

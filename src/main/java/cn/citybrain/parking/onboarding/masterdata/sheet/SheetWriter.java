package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.modulith.NamedInterface;

/** Writes files that spreadsheets open as they are: every cell is a text, and none is a formula. What is written is read back unchanged. */
@NamedInterface("services")
public final class SheetWriter {

    private static final String MARK = "\uFEFF";
    private static final int WIDEST = 40;
    private static final int NARROWEST = 12;

    private SheetWriter() {}

    /** UTF-8 with the mark that Excel knows it by. */
    public static byte[] csv(Layout layout, Iterable<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter out = new CSVPrinter(text, CSVFormat.EXCEL)) {
            out.printRecord(titles(layout));
            for (Map<String, String> row : rows) {
                out.printRecord(values(layout, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] xlsx(Layout layout, List<Map<String, String>> rows) {
        return xlsx(layout, rows, List.of());
    }

    /** @param explanation lines of a second sheet, 填写说明; none without lines */
    public static byte[] xlsx(Layout layout, List<Map<String, String>> rows, List<List<String>> explanation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "onboarding", null)) {
            try (Worksheet sheet = book.newWorksheet(layout.name())) {
                fill(sheet, layout, rows);
            }
            if (!explanation.isEmpty()) {
                try (Worksheet sheet = book.newWorksheet("填写说明")) {
                    explain(sheet, explanation);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, Layout layout, List<Map<String, String>> rows) {
        List<String> titles = titles(layout);
        for (int column = 0; column < titles.size(); column++) {
            // text, for what somebody adds below: leading zeros and long codes stay
            sheet.style(column).format("@").set();
            sheet.width(column, width(layout.headings().get(column)));
            sheet.value(0, column, titles.get(column));
            sheet.style(0, column).bold().fillColor("E8F1FB").format("@").set();
        }
        sheet.freezePane(0, 1);
        for (int line = 0; line < rows.size(); line++) {
            List<String> values = values(layout, rows.get(line));
            for (int column = 0; column < values.size(); column++) {
                if (!values.get(column).isEmpty()) {
                    sheet.value(line + 1, column, values.get(column));
                    sheet.style(line + 1, column).format("@").set();
                }
            }
        }
    }

    private static void explain(Worksheet sheet, List<List<String>> lines) {
        for (int line = 0; line < lines.size(); line++) {
            for (int column = 0; column < lines.get(line).size(); column++) {
                sheet.value(line, column, safe(lines.get(line).get(column)));
                sheet.width(column, column == 0 ? 20 : column == lines.get(line).size() - 1 ? 70 : 24);
            }
        }
    }

    private static int width(Heading heading) {
        int wide = Math.max(heading.title().length() * 2, heading.example().length() + 6);
        return Math.max(NARROWEST, Math.min(WIDEST, wide));
    }

    private static List<String> titles(Layout layout) {
        return layout.headings().stream().map(Heading::title).toList();
    }

    private static List<String> values(Layout layout, Map<String, String> row) {
        return layout.headings().stream()
                .map(heading -> safe(row.getOrDefault(heading.key(), "")))
                .toList();
    }

    private static String safe(String text) {
        return FormulaGuard.guard(Characters.visible(text));
    }
}

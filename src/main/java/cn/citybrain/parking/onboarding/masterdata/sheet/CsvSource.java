package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Text in columns, between commas, semicolons or tabs: what stands between them is found out by the headings. */
final class CsvSource {

    private static final char[] BETWEEN = {',', ';', '\t'};
    private static final int LOOKED_AT = 12;

    /** The first line that some spreadsheets write to say what stands between the columns. */
    private static final Pattern SAID = Pattern.compile("sep=([,;\t|])\\r?\\n");

    private static final Pattern ERROR =
            Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|#{3,}");

    private CsvSource() {}

    static List<RawRow> read(String text, Layout layout) {
        Matcher said = SAID.matcher(text);
        if (said.lookingAt()) {
            return rows(text.substring(said.end()), said.group(1).charAt(0), 1, Integer.MAX_VALUE);
        }
        return rows(text, between(text, layout), 0, Integer.MAX_VALUE);
    }

    private static char between(String text, Layout layout) {
        char best = BETWEEN[0];
        long most = 0;
        for (char candidate : BETWEEN) {
            long known = known(text, candidate, layout);
            if (known > most) {
                most = known;
                best = candidate;
            }
        }
        return best;
    }

    private static long known(String text, char between, Layout layout) {
        try {
            return rows(text, between, 0, LOOKED_AT).stream()
                    .mapToLong(row -> HeadingRow.known(row, layout))
                    .max()
                    .orElse(0);
        } catch (SheetRefused e) {
            return 0;
        }
    }

    private static List<RawRow> rows(String text, char between, int linesBefore, int most) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(between)
                .setIgnoreEmptyLines(false)
                .get();
        List<RawRow> rows = new ArrayList<>();
        int line = linesBefore + 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.size() < most && records.hasNext()) {
                RawRow row = new RawRow(line, cells(records.next()));
                if (!row.blank()) {
                    SheetFile.requireWithin(rows.size(), row.cells().size());
                    rows.add(row);
                }
                line = linesBefore + (int) parser.getCurrentLineNumber() + 1;
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new SheetRefused("第 " + line + " 行开始的引号（\"）没有成对，无法读取。请检查这一行，或另存为 .xlsx 后重新上传", e);
        }
    }

    /** Empty cells at the end say nothing, however many a spreadsheet has written. */
    private static List<Cell> cells(CSVRecord row) {
        int last = row.size();
        while (last > 0 && row.get(last - 1).isBlank()) {
            last--;
        }
        SheetFile.requireWithin(0, last);
        while (last > 0 && cell(row.get(last - 1)) instanceof Cell.Blank) {
            last--;
        }
        return row.stream().limit(last).map(CsvSource::cell).toList();
    }

    private static Cell cell(String written) {
        if (written.length() > SheetFile.CELL) {
            return new Cell.Beyond(Characters.beginning(written));
        }
        String visible = Characters.visible(written);
        if (visible.isEmpty()) {
            return Cell.BLANK;
        }
        if (visible.length() > 1 && (visible.charAt(0) == '=' || visible.charAt(0) == '＝')) {
            return new Cell.Formula(visible);
        }
        return ERROR.matcher(visible).matches() ? new Cell.Fault(visible) : new Cell.Text(visible);
    }
}

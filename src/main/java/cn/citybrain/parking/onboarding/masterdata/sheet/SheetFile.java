package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a file, whatever its name says it is. */
public final class SheetFile {

    /** Bytes of a file at most. */
    public static final int LARGEST = 10 << 20;

    /** Rows of a file at most. */
    public static final int ROWS = 20_000;

    static final int COLUMNS = 60;

    /** Characters of a cell at most: the longest column takes a tenth. */
    static final int CELL = 2000;

    /** Bytes that tell such a file. */
    private static final int OLD_OR_SEALED = 8;

    /** Rows of our templates that explain: never data. */
    private static final Pattern ASIDE = Pattern.compile("(示例|说明|例)[:：].*", Pattern.DOTALL);

    private static final Pattern MARKUP = Pattern.compile(
            "\\s*<(!doctype|html|\\?xml|table|meta|div)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private SheetFile() {}

    /** @throws SheetRefused if there is nothing in it that could be looked at row by row */
    public static Table read(byte[] content, Layout layout) {
        if (content.length == 0) {
            throw new SheetRefused("文件是空的，请检查后重新上传");
        }
        if (content.length > LARGEST) {
            throw new SheetRefused("文件超过 %d MB，请分成几个文件上传".formatted(LARGEST >> 20));
        }
        List<String> notes = new ArrayList<>();
        List<RawRow> rows =
                raw(content, layout, notes).stream().filter(row -> !row.blank()).toList();
        if (rows.isEmpty()) {
            throw new SheetRefused("表格里没有内容，请检查是否填在了第一个工作表");
        }
        return table(rows, layout, notes);
    }

    /** @throws SheetRefused if a file has more than anybody imports at once */
    static void requireWithin(int rows, int columns) {
        if (rows > ROWS + 10) {
            throw new SheetRefused("超过 %d 行，请分成几个文件上传".formatted(ROWS));
        }
        if (columns > COLUMNS) {
            throw new SheetRefused("超过 %d 列，请只保留模板中的列".formatted(COLUMNS));
        }
    }

    private static List<RawRow> raw(byte[] content, Layout layout, List<String> notes) {
        if (content.length > OLD_OR_SEALED && ReadableWorkbook.isOLE2Header(content)) {
            throw new SheetRefused(
                    contains(content, "EncryptedPackage")
                            ? "文件设有打开密码，系统无法读取。请取消密码（文件 → 信息 → 保护工作簿），保存后重新上传"
                            : "这是旧版 Excel 文件（.xls），请另存为 .xlsx 或 .csv 后重新上传");
        }
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
            return XlsxSource.read(content, layout, Workbooks.countsFrom1904(content), notes);
        }
        String text = TextEncoding.decode(content)
                .filter(found -> !found.startsWith("%PDF") && !found.startsWith("{\\rtf"))
                .orElseThrow(() -> new SheetRefused("这不是电子表格。请上传 .xlsx，或编码为 UTF-8、GB18030 的 .csv"));
        if (MARKUP.matcher(text).matches()) {
            throw new SheetRefused("这是网页（或 XML），不是电子表格。请用表格软件打开，另存为 .xlsx 后重新上传");
        }
        return CsvSource.read(text, layout);
    }

    private static Table table(List<RawRow> rows, Layout layout, List<String> notes) {
        HeadingRow headings = HeadingRow.find(rows, layout);
        if (headings.index() > 0) {
            notes.add("标题行之前的 %d 行没有读取".formatted(headings.index()));
        }
        List<SheetRow> read = new ArrayList<>();
        List<String> aside = new ArrayList<>();
        for (RawRow row : rows.subList(headings.index() + 1, rows.size())) {
            if (ASIDE.matcher(row.beginning()).matches()) {
                aside.add(String.valueOf(row.line()));
            } else {
                read.add(row(row, headings));
            }
        }
        if (!aside.isEmpty()) {
            notes.add("第 %s 行是示例或说明，没有读取".formatted(String.join("、", aside)));
        }
        if (read.size() > ROWS) {
            throw new SheetRefused("超过 %d 行，请分成几个文件上传".formatted(ROWS));
        }
        if (read.isEmpty()) {
            throw new SheetRefused("标题行以下没有内容，请填写后重新上传");
        }
        return new Table(List.copyOf(headings.columns().values()), read, List.copyOf(notes));
    }

    private static SheetRow row(RawRow row, HeadingRow headings) {
        Map<String, Cell> cells = new HashMap<>();
        headings.columns()
                .forEach((column, heading) -> cells.put(
                        heading.key(), column < row.cells().size() ? row.cells().get(column) : Cell.BLANK));
        return new SheetRow(row.line(), cells);
    }

    /** Names inside of old files are written in UTF-16. */
    private static boolean contains(byte[] content, String name) {
        String inside = new String(content, StandardCharsets.ISO_8859_1);
        return inside.contains(new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}

package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** One sheet of a workbook: the one that is called so, else the first that is not hidden. */
final class XlsxSource {

    private static final int MOST_DIGITS = 40;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private XlsxSource() {}

    static List<RawRow> read(byte[] content, Layout layout, boolean from1904, List<String> notes) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS)) {
            List<Sheet> sheets = book.getSheets().toList();
            Sheet chosen = chosen(sheets, layout.name());
            long others = sheets.stream()
                    .filter(sheet -> sheet != chosen && visible(sheet))
                    .count();
            if (others > 0 && !chosen.getName().strip().equals(layout.name())) {
                notes.add("读取的是工作表“%s”，其余 %d 个工作表没有读取".formatted(chosen.getName(), others));
            }
            try (Stream<Row> rows = chosen.openStream()) {
                return rows(rows, from1904);
            }
        } catch (SheetRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            throw new SheetRefused("文件已损坏，无法读取。请用表格软件打开，另存为 .xlsx 后重新上传", e);
        }
    }

    private static Sheet chosen(List<Sheet> sheets, String name) {
        return sheets.stream()
                .filter(sheet -> sheet.getName().strip().equals(name))
                .findFirst()
                .or(() -> sheets.stream().filter(XlsxSource::visible).findFirst())
                .orElseThrow(() -> new SheetRefused("文件里没有工作表，请检查后重新上传"));
    }

    private static boolean visible(Sheet sheet) {
        return sheet.getVisibility() == SheetVisibility.VISIBLE;
    }

    private static List<RawRow> rows(Stream<Row> source, boolean from1904) {
        List<RawRow> rows = new ArrayList<>();
        source.forEach(row -> {
            RawRow read = new RawRow(row.getRowNum(), cells(row, from1904));
            if (!read.blank()) {
                SheetFile.requireWithin(rows.size(), read.cells().size());
                rows.add(read);
            }
        });
        return rows;
    }

    /** Empty cells at the end say nothing, however far somebody has coloured them. */
    private static List<Cell> cells(Row row, boolean from1904) {
        List<Cell> cells = new ArrayList<>();
        int last = 0;
        for (int column = 0; column < Math.min(row.getCellCount(), SheetFile.COLUMNS + 1); column++) {
            cells.add(row.getOptionalCell(column)
                    .map(cell -> cell(cell, from1904))
                    .orElse(Cell.BLANK));
            last = cells.get(column) instanceof Cell.Blank ? last : column + 1;
        }
        return List.copyOf(cells.subList(0, last));
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new Cell.Formula("=" + (cell.getFormula() == null ? "…" : cell.getFormula()));
        }
        return switch (cell.getType()) {
            case STRING -> text(cell.asString());
            case NUMBER -> number(cell, from1904);
            case BOOLEAN -> new Cell.Text(Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE");
            case ERROR -> new Cell.Fault(cell.getRawValue() == null ? "#ERROR" : cell.getRawValue());
            default -> Cell.BLANK;
        };
    }

    private static Cell text(String written) {
        if (written != null && written.length() > SheetFile.CELL) {
            return new Cell.Beyond(Characters.beginning(written));
        }
        String visible = Characters.visible(written == null ? "" : written);
        return visible.isEmpty() ? Cell.BLANK : new Cell.Text(visible);
    }

    /** No spreadsheet holds more than some 308 digits, and no column here more than some 20. */
    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        if (Math.abs((long) cell.asNumber().scale()) > MOST_DIGITS
                || cell.asNumber().precision() > MOST_DIGITS) {
            return new Cell.Beyond(Characters.beginning(cell.getRawValue()));
        }
        NumberFormat format = new NumberFormat(cell.getDataFormatId(), cell.getDataFormatString());
        if (format.showsDay()) {
            long days = cell.asNumber().setScale(0, RoundingMode.FLOOR).longValue();
            return new Cell.Date(Days.ofSerial(days, from1904));
        }
        return new Cell.Number(cell.asNumber(), format.digits());
    }
}

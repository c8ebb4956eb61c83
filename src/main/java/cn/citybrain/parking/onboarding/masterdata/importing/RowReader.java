package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.masterdata.sheet.CellReader;
import cn.citybrain.parking.onboarding.masterdata.sheet.CellValue;
import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetRow;
import cn.citybrain.parking.onboarding.masterdata.sheet.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads every cell for its column. */
final class RowReader {

    private RowReader() {}

    static List<ReadRow> rows(Table table) {
        return table.rows().stream().map(row -> row(row, table.headings())).toList();
    }

    private static ReadRow row(SheetRow row, List<Heading> headings) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        for (Heading heading : headings) {
            CellValue value = CellReader.read(row.cells().get(heading.key()), heading.content());
            if (value instanceof CellValue.Faulty faulty) {
                values.put(heading.key(), faulty.shown());
                unreadable.put(heading.key(), heading.title() + faulty.why());
            } else {
                values.put(heading.key(), ((CellValue.Is) value).text());
            }
        }
        return new ReadRow(row.line(), values, unreadable);
    }
}

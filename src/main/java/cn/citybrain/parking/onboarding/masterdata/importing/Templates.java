package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files to fill in: the headings, and rows that explain and show, which are left aside when the file comes back. */
final class Templates {

    private static final String EXAMPLE = "示例：";
    private static final String EXPLANATION = "说明：";

    private Templates() {}

    static byte[] file(Layout layout, FileFormat format) {
        return format == FileFormat.XLSX
                ? SheetWriter.xlsx(layout, List.of(example(layout)), explanation(layout))
                : SheetWriter.csv(layout, List.of(explained(layout), example(layout)));
    }

    private static Map<String, String> example(Layout layout) {
        Map<String, String> row = new LinkedHashMap<>();
        layout.headings()
                .forEach(heading -> row.put(heading.key(), (row.isEmpty() ? EXAMPLE : "") + heading.example()));
        return row;
    }

    private static Map<String, String> explained(Layout layout) {
        Map<String, String> row = new LinkedHashMap<>();
        layout.headings()
                .forEach(heading -> row.put(heading.key(), (row.isEmpty() ? EXPLANATION : "") + heading.explanation()));
        return row;
    }

    private static List<List<String>> explanation(Layout layout) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("标题", "这一列", "示例", "填写说明"));
        for (Heading heading : layout.headings()) {
            lines.add(List.of(
                    heading.title(), heading.required() ? "必须有" : "可以没有", heading.example(), heading.explanation()));
        }
        lines.add(List.of("", "", "", "以“示例：”或“说明：”开头的行不导入。没有的列保持原样；有列而空着的单元格，表示清空。"));
        lines.add(List.of("", "", "", "编号、信用代码、电话的单元格须为文本格式，否则表格软件会丢掉前面的 0，或把长数字变成科学计数法。"));
        return lines;
    }
}

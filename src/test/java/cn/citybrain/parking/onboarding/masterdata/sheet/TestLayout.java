package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A kind of file that has a column of each sort. */
final class TestLayout {

    static final Layout LOTS = new Layout(
            "停车场",
            List.of(
                    heading("code", "停车场编号", Content.CODE, true, "编号", "车场编码"),
                    heading("name", "名称", Content.TEXT, true),
                    heading("phone", "客服电话", Content.PHONE, false),
                    heading("spaces", "泊位数", Content.WHOLE, false),
                    heading("longitude", "经度", Content.DECIMAL, false),
                    heading("since", "起始日期", Content.DATE, false)));

    private TestLayout() {}

    /** What each cell of a row says; a fault as "!" and why. */
    static Map<String, String> says(SheetRow row) {
        Map<String, String> said = new TreeMap<>();
        LOTS.headings().forEach(heading -> {
            if (row.cells().containsKey(heading.key())) {
                said.put(heading.key(), said(CellReader.read(row.cells().get(heading.key()), heading.content())));
            }
        });
        return said;
    }

    static String said(CellValue value) {
        return value instanceof CellValue.Faulty faulty ? "!" + faulty.why() : ((CellValue.Is) value).text();
    }

    private static Heading heading(String key, String title, Content content, boolean required, String... also) {
        return new Heading(key, title, content, required, List.of(also), "例", "说明");
    }
}

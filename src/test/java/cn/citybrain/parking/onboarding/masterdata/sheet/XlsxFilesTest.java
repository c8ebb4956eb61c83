package cn.citybrain.parking.onboarding.masterdata.sheet;

import static cn.citybrain.parking.onboarding.masterdata.sheet.TestLayout.LOTS;
import static cn.citybrain.parking.onboarding.masterdata.sheet.TestLayout.says;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.CHINESE_DAY;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.DAY;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.TEN_ZEROS;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.blank;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.error;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.formula;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.number;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.row;
import static cn.citybrain.parking.onboarding.masterdata.sheet.Workbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFilesTest {

    private static final String HEADINGS =
            row(1, text("停车场编号"), text("名称"), text("客服电话"), text("泊位数"), text("经度"), text("起始日期"));

    @Test
    void readsNumbersAsTheyAreShown() {
        Map<String, String> said = only(
                number("3301020001"),
                number("7"),
                number("057187000001"),
                number("4.2E2"),
                number("120.16441000000001"),
                number("46355", DAY));

        assertThat(said)
                .containsEntry("code", "3301020001")
                .containsEntry("name", "7")
                .containsEntry("spaces", "420")
                .containsEntry("longitude", "120.16441")
                .containsEntry("since", "2026-11-29");
    }

    @Test
    void keepsTheZerosThatANumberFormatShows() {
        assertThat(only(number("301020001", TEN_ZEROS), text("甲"))).containsEntry("code", "0301020001");
    }

    @Test
    void readsDaysWhateverTheirFormatAndTheirBeginning() {
        assertThat(only(text("1"), text("甲"), blank(), blank(), blank(), number("46355.5", CHINESE_DAY)))
                .containsEntry("since", "2026-11-29");
        assertThat(only(text("1"), text("甲"), blank(), blank(), blank(), number("46355")))
                .containsEntry("since", "2026-11-29");
        assertThat(only(text("1"), text("甲"), blank(), blank(), blank(), text("46355")))
                .containsEntry("since", "2026-11-29");
        assertThat(only(text("1"), text("甲"), blank(), blank(), blank(), text("2026/2/30")))
                .containsEntry("since", "!应为日期，如 2026-11-29");
        byte[] from1904 = new Workbook()
                .from1904()
                .sheet("停车场", HEADINGS, row(2, text("1"), text("甲"), blank(), blank(), blank(), number("44893", DAY)))
                .bytes();
        assertThat(says(SheetFile.read(from1904, LOTS).rows().get(0))).containsEntry("since", "2026-11-29");
    }

    /** Written out it would fill the memory. */
    @ParameterizedTest
    @ValueSource(strings = {"1E-999999999", "1E10000000", "1E+400"})
    void worksOnNoNumberThatNoColumnHolds(String raw) {
        assertThat(only(text("1"), text("甲"), blank(), number(raw)).get("spaces"))
                .isEqualTo("!内容太长或数字太大，没有读取，请检查这一格");
        assertThat(only(text("1"), text("甲"), blank(), blank(), blank(), number(raw, DAY))
                        .get("since"))
                .isEqualTo("!内容太长或数字太大，没有读取，请检查这一格");
    }

    @Test
    void namesWhatASpreadsheetDidToACode() {
        assertThat(only(number("9.1330102765432102E+17"), text("甲")).get("code"))
                .startsWith("!")
                .contains("第 15 位以后已变成 0", "设为“文本”");
        assertThat(only(number("330102000112345000"), text("甲")).get("code")).contains("第 15 位以后已变成 0");
        assertThat(only(number("45689", DAY), text("甲")).get("code")).contains("变成了日期");
        assertThat(only(text("1"), number("45689", DAY)).get("name")).contains("变成了日期");
        assertThat(only(formula("A1+1", "2"), text("甲")).get("code")).contains("是公式");
        assertThat(only(text("1"), formula("HYPERLINK(\"http://x\",\"甲\")", "甲"))
                        .get("name"))
                .contains("是公式");
        assertThat(only(error("#N/A"), text("甲")).get("code")).contains("错误提示“#N/A”");
        assertThat(only(text("1"), text("甲"), number("57187000001")).get("phone"))
                .contains("区号前面的 0 丢失了");
        assertThat(only(text("1"), text("甲"), number("2161234567")).get("phone"))
                .contains("区号前面的 0 丢失了");
    }

    @Test
    void takesPhonesThatBeginWithNoZero() {
        assertThat(only(text("1"), text("甲"), number("13800138000"))).containsEntry("phone", "13800138000");
        assertThat(only(text("1"), text("甲"), number("4001234567"))).containsEntry("phone", "400-123-4567");
        assertThat(only(text("1"), text("甲"), number("12345"))).containsEntry("phone", "12345");
    }

    @Test
    void saysWhatANumberMustLookLike() {
        Map<String, String> said = only(text("1"), text("甲"), blank(), number("4.5"), text("东经120度"), text("明天"));

        assertThat(said.get("spaces")).isEqualTo("!应为整数，只填数字");
        assertThat(said.get("longitude")).startsWith("!应为小数");
        assertThat(said.get("since")).startsWith("!应为日期");
    }

    @Test
    void takesTheSheetThatIsCalledSoOrTheFirstThatIsSeen() {
        String other = row(1, text("别的"), text("内容"));
        Table named = SheetFile.read(
                new Workbook()
                        .sheet("封面", other)
                        .sheet("停车场", HEADINGS, row(2, text("1"), text("甲")))
                        .bytes(),
                LOTS);
        Table first = SheetFile.read(
                new Workbook()
                        .hidden("旧表", other)
                        .sheet("Sheet1", HEADINGS, row(2, text("1"), text("甲")))
                        .sheet("Sheet2", other)
                        .bytes(),
                LOTS);

        assertThat(named.rows()).hasSize(1);
        assertThat(named.notes()).isEmpty();
        assertThat(first.rows()).hasSize(1);
        assertThat(first.notes()).containsExactly("读取的是工作表“Sheet1”，其余 1 个工作表没有读取");
    }

    @Test
    void leavesAsideTitlesAboveColouredCellsBehindAndBlankRows() {
        Table table = SheetFile.read(
                new Workbook()
                        .sheet(
                                "停车场",
                                row(1, text("停车场登记表"), blank(), blank()),
                                row(3, text("停车场编号"), text("名称"), blank(), blank()),
                                row(4, blank(), text(" \u200B"), blank(), blank()),
                                row(5, text("1"), text("甲"), blank(), blank()),
                                row(900, blank(), blank(), blank(), blank()))
                        .bytes(),
                LOTS);

        assertThat(table.rows()).extracting(SheetRow::line).containsExactly(5);
    }

    @Test
    void refusesHeadingsThatWereMergedOverTwoRows() {
        byte[] merged = new Workbook()
                .sheet(
                        "停车场",
                        row(1, text("停车场编号"), text("名称"), text("位置"), blank()),
                        row(2, blank(), blank(), text("经度"), text("泊位数")),
                        row(3, text("1"), text("甲"), text("120.1"), text("4")))
                .bytes();

        assertRefused(merged, "标题占了两行（第 1、2 行），请取消合并单元格");
    }

    @Test
    void refusesOldProtectedAndForeignFilesByName() throws IOException {
        byte[] old = ole("Workbook");
        assertRefused(old, "旧版 Excel 文件（.xls）");
        assertRefused(ole("EncryptedPackage"), "设有打开密码");
        assertRefused(zip("xl/workbook.bin", "x"), "不支持 .xlsb");
        assertRefused(zip("word/document.xml", "<w/>"), "这不是 Excel 工作簿");
        assertRefused(Arrays.copyOf(new Workbook().sheet("停车场", HEADINGS).bytes(), 300), "文件已损坏");
        assertRefused(zip("xl/workbook.xml", "<workbook"), "文件已损坏");
    }

    @Test
    void refusesWhatUnfoldsToTooMuch() {
        byte[] bomb = new Workbook()
                .sheet("停车场", HEADINGS, row(2, text("1"), text("甲")))
                .with("0".repeat(1 << 20), 100)
                .bytes();

        assertThat(bomb.length).isLessThan(SheetFile.LARGEST);
        assertRefused(bomb, "文件解压后过大");
        assertRefused(
                new Workbook()
                        .sheet("停车场", HEADINGS)
                        .with("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 1)
                        .bytes(),
                "DOCTYPE");
    }

    @Test
    void refusesTooManyRowsAndTooManyColumns() {
        StringBuilder rows = new StringBuilder();
        for (int i = 2; i < SheetFile.ROWS + 20; i++) {
            rows.append(row(i, text("1"), text("甲")));
        }
        assertRefused(new Workbook().sheet("停车场", HEADINGS, rows.toString()).bytes(), "超过 20000 行");
        String wide = "<row r=\"2\">" + "<c t=\"inlineStr\"><is><t>x</t></is></c>".repeat(70) + "</row>";
        assertRefused(new Workbook().sheet("停车场", HEADINGS, wide).bytes(), "超过 60 列");
    }

    private static Map<String, String> only(String... cells) {
        return says(SheetFile.read(
                        new Workbook().sheet("停车场", HEADINGS, row(2, cells)).bytes(), LOTS)
                .rows()
                .get(0));
    }

    private static void assertRefused(byte[] content, String why) {
        assertThatThrownBy(() -> SheetFile.read(content, LOTS))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining(why);
    }

    private static byte[] ole(String part) {
        byte[] content = new byte[2048];
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(head, 0, content, 0, head.length);
        byte[] name = part.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, content, 1024, name.length);
        return content;
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

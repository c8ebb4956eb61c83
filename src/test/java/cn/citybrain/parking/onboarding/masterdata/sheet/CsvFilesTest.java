package cn.citybrain.parking.onboarding.masterdata.sheet;

import static cn.citybrain.parking.onboarding.masterdata.sheet.TestLayout.LOTS;
import static cn.citybrain.parking.onboarding.masterdata.sheet.TestLayout.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {

    private static final String TWO_LOTS = "停车场编号,名称\n0301,湖滨银泰停车场\n0302,龙翔桥停车场\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void readsWhatIsWrittenAs(String charset) {
        assertLots(SheetFile.read(TWO_LOTS.getBytes(Charset.forName(charset)), LOTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsWhatBeginsWithAMark(String charset) {
        assertLots(SheetFile.read(("\uFEFF" + TWO_LOTS).getBytes(Charset.forName(charset)), LOTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsOutWhatStandsBetweenTheColumns(String between) {
        assertLots(read(TWO_LOTS.replace(",", between)));
    }

    @Test
    void believesAFirstLineThatSaysWhatStandsBetween() {
        Table table = read("sep=|\r\n停车场编号|名称\r\n0301|湖滨，银泰;停车场\r\n");

        assertThat(says(table.rows().get(0))).isEqualTo(Map.of("code", "0301", "name", "湖滨，银泰;停车场"));
        assertThat(table.rows().get(0).line()).isEqualTo(3);
    }

    @Test
    void believesNoFirstLineThatSaysNonsense() {
        assertThat(read("sep=\"\n" + TWO_LOTS).rows()).hasSize(2);
    }

    @Test
    void worksOnNoCellThatIsTooLong() {
        Table table = read("停车场编号,名称\n0301," + "甲".repeat(2001) + "\n");

        assertThat(says(table.rows().get(0)))
                .containsEntry("code", "0301")
                .containsEntry("name", "!内容太长或数字太大，没有读取，请检查这一格");
    }

    @Test
    void countsLinesAsAnEditorDoesThoughOneRowHasSeveral() {
        Table table = read("停车场编号,名称\r\n0301,\"湖滨\r\n银泰\"\r\n\r\n0302,\"Lake\nside \"\"A\"\"\"\r\n");

        assertThat(table.rows()).extracting(SheetRow::line).containsExactly(2, 5);
        assertThat(says(table.rows().get(0))).containsEntry("name", "湖滨银泰");
        assertThat(says(table.rows().get(1))).containsEntry("name", "Lake side \"A\"");
    }

    /** A file of text keeps the midnight that the spreadsheet showed; its hour is no part of the day. */
    @ParameterizedTest
    @ValueSource(strings = {"2027/1/2 00:00:00", "2027-01-02 0:00", "'2027-1-2 00:00", "46389"})
    void readsADayWithItsMidnight(String written) {
        Table table = read("停车场编号,名称,起始日期\n0301,甲," + written + "\n");

        assertThat(says(table.rows().get(0))).containsEntry("since", "2027-01-02");
    }

    @Test
    void namesTheLineOfAQuoteThatNeverEnds() {
        assertRefused("停车场编号,名称\n0301,甲\n0302,\"乙\n0303,丙\n", "第 3 行开始的引号（\"）没有成对");
    }

    @Test
    void leavesAsideBlankRowsEmptyColumnsExamplesAndTitlesAbove() {
        Table table =
                read("智停平台停车场登记表,,,\n\n停车场编号,名称,,\n说明：编号不能重复,,,\n示例：0001,示例停车场,,\n , \u200B,,\n0301,甲,,\n,,,\n\n");

        assertThat(table.rows()).extracting(SheetRow::line).containsExactly(7);
        assertThat(table.notes()).containsExactly("标题行之前的 1 行没有读取", "第 4、5 行是示例或说明，没有读取");
    }

    @Test
    void takesHeadingsInAnyOrderWithStarsBlanksAndOtherNames() {
        Table table = read("名 称＊,编号（必填）,客服电话 (选填)\n甲,0301,0571-87000001\n");

        assertThat(table.headings()).extracting(Heading::key).containsExactly("name", "code", "phone");
        assertThat(says(table.rows().get(0))).isEqualTo(Map.of("name", "甲", "code", "0301", "phone", "0571-87000001"));
    }

    @Test
    void namesEveryHeadingThatIsUnknownDoubledOrMissing() {
        assertThatThrownBy(() -> read("停车场编号,客服电活,编号,泊位数\n1,2,3,4\n"))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContainingAll("B 列的标题“客服电活”不认识", "标题“停车场编号”出现了两次（C 列）", "缺少标题：名称", "可用的标题：停车场编号、名称、客服电话");
    }

    @Test
    void namesAColumnWithoutAHeading() {
        assertRefused("停车场编号,名称,\n0301,甲,\n0302,乙,多出来的\n", "C 列没有标题，但第 3 行有内容");
    }

    @Test
    void refusesHeadingsInTwoRows() {
        assertRefused("停车场编号,名称,,\n,,泊位数,经度\n1,2,3,4\n", "标题占了两行（第 1、2 行）");
    }

    @Test
    void saysWhichHeadingsItKnowsWhereThereAreNone() {
        assertRefused("a,b\n1,2\n", "没有找到标题行。请使用模板的标题：停车场编号、名称");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=1+1|是公式",
                "＝HYPERLINK(1)|是公式",
                "=\"0301\"|是公式",
                "#N/A|错误提示“#N/A”",
                "#REF!|错误提示",
                "#######|错误提示",
                "3.3E+17|科学计数法",
                "9.13301E+17|科学计数法",
                "AB CD|中间有空格"
            })
    void namesWhatASpreadsheetDidToACode(String written, String why) {
        Table table = read("停车场编号;名称\n"
                + written.replace("\"", "\"\"\"").replace("=\"\"\"0301\"\"\"", "\"=\"\"0301\"\"\"") + ";甲\n");

        assertThat(says(table.rows().get(0)).get("code")).startsWith("!").contains(why);
    }

    @Test
    void understandsFullWidthDigitsAndRemovesWhatNobodySees() {
        Table table = read(
                "停车场编号,名称,客服电话,泊位数,起始日期\n\uFEFF０３０１Ａ\u200B,\u00A0湖滨（银泰）\u3000停车场\u202C,０５７１－８７０００００１,１，２００,２０２６年１月５日\n"
                        .replace("１，２００", "１２００"));

        assertThat(says(table.rows().get(0)))
                .isEqualTo(Map.of(
                        "code",
                        "0301A",
                        "name",
                        "湖滨（银泰） 停车场",
                        "phone",
                        "0571-87000001",
                        "spaces",
                        "1200",
                        "since",
                        "2026-01-05"));
    }

    @Test
    void refusesWhatIsNoSpreadsheet() {
        assertRefused("<html><table><tr><td>停车场编号</td></tr></table></html>", "这是网页");
        assertRefused("%PDF-1.7\n…", "这不是电子表格");
        assertRefused("", "文件是空的");
        assertRefused("\n , \n", "表格里没有内容");
        assertRefused("停车场编号,名称\n", "标题行以下没有内容");
        assertThatThrownBy(() -> SheetFile.read(new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1, 2, 3}, LOTS))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("这不是电子表格");
    }

    @Test
    void refusesTooManyRowsAndTooManyBytes() {
        assertRefused("停车场编号,名称\n" + "1,2\n".repeat(SheetFile.ROWS + 1), "超过 20000 行");
        assertRefused("停车场编号,名称\n" + "1,2,".repeat(40), "超过 60 列");
        assertThatThrownBy(() -> SheetFile.read(new byte[SheetFile.LARGEST + 1], LOTS))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("超过 10 MB");
    }

    @Test
    void countsRowsNotLinesAndColumnsThatSaySomething() {
        String twoLines = "1,\"甲\n乙\"" + ",".repeat(80) + "\n";
        Table table = read("停车场编号,名称\n" + twoLines.repeat(SheetFile.ROWS * 3 / 4) + "\n".repeat(50_000));

        assertThat(table.rows()).hasSize(SheetFile.ROWS * 3 / 4);
        assertThat(table.rows().get(1).line()).isEqualTo(4);
    }

    private static Table read(String text) {
        return SheetFile.read(text.getBytes(StandardCharsets.UTF_8), LOTS);
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(SheetRefused.class).hasMessageContaining(why);
    }

    private static void assertLots(Table table) {
        assertThat(table.rows())
                .extracting(TestLayout::says)
                .containsExactly(Map.of("code", "0301", "name", "湖滨银泰停车场"), Map.of("code", "0302", "name", "龙翔桥停车场"));
    }
}

package cn.citybrain.parking.onboarding.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    private static final String NAME = "杭州湖滨停车有限公司";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "杭州\u200B湖滨停车有限公司",
                "\uFEFF杭州湖滨停车有限公司",
                "杭州湖滨停车有限公司\u3000",
                "杭州湖滨\n停车有限公司",
                "\u202D杭州湖滨停车有限公司\u202C",
                "杭州湖滨停车有限公司\uDB40\uDD00",
                "杭州湖滨停车有限公司\uFE0F",
                "杭州湖滨停\u2060车有限公司",
                "杭州湖滨停\u034F车有限公司",
                "杭\u5DDE湖滨停车有限公司",
                "\u676D州湖滨停车有限公司\u00AD"
            })
    void spellsANameAsItIsSeen(String typed) {
        assertThat(Typed.line(typed)).isEqualTo(NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "湖滨Ａ区－１,湖滨A区-1",
        "⼀号停车场,一号停车场",
        "e\u0301tage,étage",
        "\uF9E4\u767D,\u7406\u767D",
        "买买提•艾力,买买提·艾力",
        "杭州（集团）有限公司,杭州（集团）有限公司",
        "Hubin   Parking  Co.,Hubin Parking Co.",
        "𠮷田停车场,𠮷田停车场",
        "张　三,张三",
        "停 车  场,停车场",
        "张三 李四,张三 李四",
        "\u2ED3\u2ED4停\u2ECB场,长门停车场",
        "\u2F25\u2F08停车场,女人停车场"
    })
    void givesOneSpellingToWhatLooksTheSame(String typed, String spelled) {
        assertThat(Typed.line(typed)).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource({
        "6222 0200 0000 0000,6222020000000000",
        "６２２２\u00A00200-0000\u20090000,6222020000000000",
        "91330102 765432101R,91330102765432101R",
        "330106\u2013198001010013,330106198001010013",
        "9133\u200B0102765432101Ｒ,91330102765432101R"
    })
    void takesGroupsOutOfNumbers(String typed, String number) {
        assertThat(Typed.number(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222020000000000.0", "6222020000000000.00", "33010619800101001.5", "6222020000000000."})
    void leavesWhatASpreadsheetMadeAFractionOfToTheCheck(String typed) {
        assertThat(Typed.number(typed)).isEqualTo(typed);
    }

    @Test
    void takesDotsBetweenGroupsAway() {
        assertThat(Typed.number("6222.0200.0000.0000")).isEqualTo("6222020000000000");
    }

    @Test
    void takesASpreadsheetsApostropheAway() {
        assertThat(Typed.number("'6222020000000000")).isEqualTo("6222020000000000");
        assertThat(Typed.code("’0301")).isEqualTo("0301");
    }

    @Test
    void joinsDigitsButNoWords() {
        assertThat(Typed.code(" 3301 0200-01 ")).isEqualTo("33010200-01");
        assertThat(Typed.code("hu  bin")).isEqualTo("hu bin");
        assertThat(Typed.line("杭州湖滨\u00A0\u2009停车")).isEqualTo("杭州湖滨 停车");
    }

    @Test
    void looksForNumbersWithoutTheirGroups() {
        assertThat(Typed.search("138 0000 0000")).isEqualTo("13800000000");
        assertThat(Typed.search("WX 20261122 0007")).isEqualTo("WX202611220007");
        assertThat(Typed.search("湖滨 3 号")).isEqualTo("湖滨 3 号");
        assertThat(Typed.search("王\uD842")).isEqualTo("王〓");
    }

    @ParameterizedTest
    @CsvSource({
        "138 0000 0000,13800000000",
        "１３８-0000-0000,13800000000",
        "+86 138 0000 0000,13800000000",
        "008613800000000,13800000000",
        "(0571)88000000,0571-88000000",
        "（０５７１）8800 0000,0571-88000000",
        "0571 88000000,0571-88000000",
        "057188000000,0571-88000000",
        "0571—88000000,0571-88000000",
        "010-66668888,010-66668888",
        "02166668888,021-66668888",
        "+86 571 8800 0000,0571-88000000",
        "+86 (0)571-88000000,0571-88000000",
        "86-571-88000000,0571-88000000",
        "86-0571-8800 0000,0571-88000000",
        "0571-88000000转802,0571-88000000-802",
        "0571-88000000-802,0571-88000000-802",
        "400 800 1234,400-800-1234",
        "4008001234,400-800-1234",
        "95 588,95588",
        "0571-8800,0571-8800"
    })
    void spellsTelephonesOneWay(String typed, String phone) {
        assertThat(Typed.phone(typed)).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015.06.01",
                "2015.6.1",
                "2015/06/01",
                "2015-6-1",
                "2015年6月1日",
                "2015 年 06 月 01 日",
                "２０１５－０６－０１",
                "20150601",
                "2015-06-01 00:00:00",
                "2015-6-1 00:00:00",
                "2015/6/1 00:00",
                "2015/6/1 0:00:00",
                "2015年6月1日00:00:00",
                "20150601 00:00:00.000",
                "2015-06-01T00:00:00",
                "2015–06–01",
                "2015．06．01"
            })
    void readsADayInAnyUsualSpelling(String typed) {
        assertThat(Typed.day(typed)).contains(LocalDate.of(2015, 6, 1));
        assertThat(Typed.dayOrLongTerm(typed)).isEqualTo("2015-06-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2015.02.30", "2015.6", "15.6.1", "06/01/2015", "2015.06/01", "2015.06.01-2035.05.31", "明天", ""})
    void leavesWhatIsNoDayToTheCheck(String typed) {
        assertThat(Typed.day(typed)).isEmpty();
        assertThat(Typed.dayOrLongTerm(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期", "长期有效", " 长 期 ", "永久", "永久有效", "无固定期限"})
    void knowsEveryWordForGood(String typed) {
        assertThat(Typed.dayOrLongTerm(typed)).isEqualTo("长期");
    }

    @ParameterizedTest
    @CsvSource({"9:30,09:30", "０９：３０,09:30", "9点半,09:30", "10 点,10:00", "下午2点,14:00", "14:05:00,14:05"})
    void readsTimes(String typed, LocalTime time) {
        assertThat(Typed.time(typed)).contains(time);
    }

    @Test
    void readsNumbersOfThousands() {
        assertThat(Typed.decimal("1,200")).isEqualTo("1200");
        assertThat(Typed.decimal("１２０．１６４ ")).isEqualTo("120.164");
        assertThat(Typed.decimal("1,20")).isEqualTo("1,20");
    }

    @Test
    void keepsTheLinesOfAText() {
        assertThat(Typed.lines(" 合同到期，\r\n\t不再 续签\u200B ")).isEqualTo("合同到期，\n不再 续签");
    }

    @Test
    void comparesAsPeopleDo() {
        assertThat(Typed.likeness("杭州 (集团) 有限公司")).isEqualTo(Typed.likeness("杭州（集团）有限公司"));
        assertThat(Typed.likeness("银泰Ⅲ期")).isEqualTo(Typed.likeness("银泰III期"));
        assertThat(Typed.likeness("银泰三期")).isNotEqualTo(Typed.likeness("银泰二期"));
    }

    @Test
    void namesWhatNobodyElseCanShow() {
        assertThat(Typed.fault("王\uE863平"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("第 2 个字（U+E863）", "请用输入法重新输入"));
        assertThat(Typed.fault("王\uFFFD平")).isPresent();
        assertThat(Typed.fault("王\uFFFC平"))
                .as("a place for something that is no text")
                .isPresent();
        assertThat(Typed.fault(Typed.line("\u2EC8说")))
                .as("a part of a character")
                .isPresent();
        assertThat(Typed.fault("王\uD842平")).isPresent();
        assertThat(Typed.fault("𠮷\uDBC0\uDC00"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("第 2 个字"));
    }

    /** Extension B of Chinese characters, and H, which this Java may not know yet. */
    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "\uD840\uDC00", "\uD884\uDF50", "龴", "（A·1）"})
    void takesRareCharacters(String typed) {
        assertThat(Typed.faultOfName(typed)).isEmpty();
        assertThat(Typed.length(typed)).isEqualTo(typed.codePointCount(0, typed.length()));
    }

    @Test
    void takesNoEmojiForAName() {
        assertThat(Typed.faultOfName("湖滨😀")).contains("里不能有表情等符号“😀”，请删去");
        assertThat(Typed.fault("湖滨😀")).isEmpty();
        assertThat(Typed.faultOfName("湖滨\u263A")).as("one of the first plane").isPresent();
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Typed.first("𠮷𠮷𠮷", 2)).isEqualTo("𠮷𠮷");
        assertThat(Typed.cut("𠮷𠮷𠮷", 3)).isEqualTo("𠮷");
        assertThat(Typed.cut("𠮷𠮷𠮷", 4)).isEqualTo("𠮷𠮷");
        assertThat(Typed.cut(null, 4)).isNull();
    }

    @Test
    void writesTheDomainOfAnAddressInLowerCase() {
        assertThat(Typed.mail(" Zhang.San＠Example。CN ".replace('。', '.'))).isEqualTo("Zhang.San@example.cn");
        assertThat(Typed.mail("mailto:a@b.cn\u200B")).isEqualTo("a@b.cn");
        for (String end : List.of("\n", "\r\n", "\u2028", "\u2029", "\u0085")) {
            assertThat(MailAddress.holds(Typed.mail("a@b.cn" + end + "x")))
                    .as("two addresses")
                    .isFalse();
        }
    }
}

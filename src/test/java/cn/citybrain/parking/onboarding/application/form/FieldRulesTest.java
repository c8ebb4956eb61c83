package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.merchant.Uscc;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {

    /** 2026-11-23 in Hangzhou, while it is still the 22nd in UTC. */
    private final FieldRules rules =
            new FieldRules(Clock.fixed(Instant.parse("2026-11-22T17:00:00Z"), ZoneId.of("Asia/Shanghai")));

    @ParameterizedTest
    @CsvSource({
        "USCC, 91330106MA0000001L",
        "USCC, 91330106MA00000010",
        "PHONE, 13857100001",
        "LANDLINE_OR_PHONE, 13857100001",
        "LANDLINE_OR_PHONE, 0571-88888888",
        "LANDLINE_OR_PHONE, 057188888888-801",
        "LANDLINE_OR_PHONE, 400-820-1234",
        "LANDLINE_OR_PHONE, 95188",
        "EMAIL, parking.ops+1@mail.example.com.cn",
        "IDENTITY_NUMBER, 11010519491231002X",
        "IDENTITY_NUMBER, 330106198001011235",
        "DATE, 2026-11-23",
        "DATE, 2024-02-29",
        "DATE_OR_LONG_TERM, 长期",
        "DATE_OR_LONG_TERM, 2026-11-23",
        "BANK_ACCOUNT, 12345678",
        "BANK_ACCOUNT, 123456789012345678901234567890",
        "REGION_CODE, 330100",
        "CHOICE, A",
        "RECEIVING_ACCOUNT, B",
        "LOTS, 'B,A'",
        "CHANNEL_ACCOUNT, 2088102146225135",
        "TEXT, 杭州·西湖（停车）有限公司",
        "LONG_TEXT, 杭州市西湖区天目山路 1 号 2 幢 301 室",
        "PAPER, 0123456789abcdef0123456789abcdef"
    })
    void takesWhatIsRight(FieldType type, String value) {
        assertThat(rules.fault(field(type), value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USCC, 91330106MA000000, 应为 18 位",
        "USCC, 91330106MAO0000011, 应为 18 位",
        "PHONE, 12857100001, 11 位手机号码",
        "PHONE, 1385710000, 11 位手机号码",
        "PHONE, １３８５７１００００１, 11 位手机号码",
        "LANDLINE_OR_PHONE, 88888888, 带区号的座机",
        "EMAIL, zhang@example, 格式不正确",
        "EMAIL, 张三@example.com, 格式不正确",
        "EMAIL, zhang@-example.com, 格式不正确",
        "IDENTITY_NUMBER, 11010519491231002, 应为 18 位",
        "IDENTITY_NUMBER, 110105194912310021, 校验位不符",
        "IDENTITY_NUMBER, 110105194913310026, 出生日期不存在",
        "IDENTITY_NUMBER, 110105202702300021, 出生日期不存在",
        "DATE, 2026-11-24, 不能晚于今天",
        "DATE, 2025-02-29, 应为日期",
        "DATE, 2025/02/28, 应为日期",
        "DATE, 长期, 应为日期",
        "DATE_OR_LONG_TERM, 2026-11-22, 已过期（2026-11-22）",
        "DATE_OR_LONG_TERM, 永久, 或“长期”",
        "BANK_ACCOUNT, 1234567, 8 到 30 位",
        "BANK_ACCOUNT, 1234567890123456789012345678901, 8 到 30 位",
        "BANK_ACCOUNT, 6222abcd, 8 到 30 位",
        "REGION_CODE, 杭州, 6 位行政区划代码",
        "REGION_CODE, 033010, 6 位行政区划代码",
        "CHOICE, C, 不在可选范围内",
        "RECEIVING_ACCOUNT, C, 不在可选范围内",
        "LOTS, 'A,C', 不属于本公司",
        "LOTS, 'A,', 不属于本公司",
        "LOTS, 'A,A', 被选择了两次"
    })
    void saysWhatIsWrongAndNamesTheField(FieldType type, String value, String reason) {
        assertThat(rules.fault(field(type), value))
                .hasValueSatisfying(
                        message -> assertThat(message).startsWith("某字段").contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"停车场😀", "王\uE863平", "半\uD842", "第一行\n第二行", "零\u0000"})
    void refusesCharactersThatTheChannelCannotTake(String value) {
        assertThat(rules.fault(field(FieldType.TEXT), value)).isPresent();
        assertThat(rules.fault(field(FieldType.LONG_TEXT), value)).isPresent();
    }

    @Test
    void holdsLengthsAndPatterns() {
        Field limited = new Field(
                "k",
                "某字段",
                "",
                FieldType.TEXT,
                true,
                null,
                null,
                false,
                2,
                4,
                null,
                null,
                null,
                "[0-9]+",
                "应为数字",
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);

        assertThat(rules.fault(limited, "1")).hasValue("某字段至少 2 个字");
        assertThat(rules.fault(limited, "12345")).hasValue("某字段最多 4 个字，现在有 5 个");
        assertThat(rules.fault(limited, "12a")).hasValue("某字段应为数字");
        assertThat(rules.fault(limited, "123")).isEmpty();
    }

    @Test
    void dropsWhatPeopleAddWhenTheyType() {
        assertThat(rules.normal(field(FieldType.BANK_ACCOUNT), " 6222 0202-0011 "))
                .isEqualTo("622202020011");
        assertThat(rules.normal(field(FieldType.IDENTITY_NUMBER), "11010519491231002x"))
                .isEqualTo("11010519491231002X");
        assertThat(rules.normal(field(FieldType.USCC), "91330106ma0000001l ")).isEqualTo("91330106MA0000001L");
        assertThat(rules.normal(field(FieldType.CHANNEL_ACCOUNT), " Pay@Example.COM "))
                .isEqualTo("pay@example.com");
        assertThat(rules.normal(field(FieldType.WHOLE_NUMBER), "１,２００")).isEqualTo("1200");
        assertThat(rules.normal(field(FieldType.WHOLE_NUMBER), "1 200 ")).isEqualTo("1200");
        assertThat(rules.normal(field(FieldType.PHONE), "138 0000 0000")).isEqualTo("13800000000");
        assertThat(rules.normal(field(FieldType.LANDLINE_OR_PHONE), "（0571）88000000"))
                .isEqualTo("0571-88000000");
        assertThat(rules.normal(field(FieldType.DATE), "2015.06.01")).isEqualTo("2015-06-01");
        assertThat(rules.normal(field(FieldType.DATE_OR_LONG_TERM), "长期有效")).isEqualTo("长期");
        assertThat(rules.normal(field(FieldType.EMAIL), " Zhang@Example.COM ")).isEqualTo("Zhang@example.com");
        assertThat(rules.normal(field(FieldType.CHANNEL_ACCOUNT), "2088 1021 4622 5135"))
                .isEqualTo("2088102146225135");
        assertThat(rules.normal(field(FieldType.TEXT), " 西湖 停车\u200B Ａ区 ")).isEqualTo("西湖 停车 A区");
    }

    @Test
    void knowsTheCheckDigitOfPublishedSocialCreditCodes() {
        // State Grid, Alibaba (China), as printed on their licences
        assertThat(List.of("9111000071093123XX", "91330100799655058B")).allMatch(Uscc::checkDigitHolds);
        assertThat(List.of("9111000071093123XY", "91330100799655085B")).noneMatch(Uscc::checkDigitHolds);
    }

    @Test
    void masksByType() {
        assertThat(Map.of(
                        FieldType.PHONE, "13857100001",
                        FieldType.IDENTITY_NUMBER, "330106198001011235",
                        FieldType.BANK_ACCOUNT, "571900123410801",
                        FieldType.TEXT, "张三丰"))
                .allSatisfy((type, value) -> assertThat(Masking.masked(field(type), value))
                        .isEqualTo(
                                switch (type) {
                                    case PHONE -> "138****0001";
                                    case IDENTITY_NUMBER -> "330***********1235";
                                    case BANK_ACCOUNT -> "**** 0801";
                                    default -> "张**";
                                }));
    }

    @Test
    void keepsTheHyphenOfAPassport() {
        Field number = field(FieldType.IDENTITY_NUMBER);
        assertThat(rules.normal(number, " x1234-567 ")).isEqualTo("X1234-567");
        assertThat(rules.normal(number, "330106 19800101 123x")).isEqualTo("33010619800101123X");
        assertThat(rules.normal(number, "330106-19800101-1235")).isEqualTo("330106198001011235");
        assertThat(rules.normal(number, "Ｈ1040 2667")).isEqualTo("H10402667");
    }

    /** Three signs and four of a passport's would leave two hidden. */
    @Test
    void hidesMostOfAShortNumberOfADocument() {
        Field number = field(FieldType.IDENTITY_NUMBER);
        assertThat(Masking.masked(number, "E12345678")).isEqualTo("E******78");
        assertThat(Masking.masked(number, "H1040266701")).isEqualTo("H********01");
        assertThat(Masking.masked(number, "CAN110010812310")).isEqualTo("CAN********2310");
        assertThat(Masking.isNumber(number)).isTrue();
    }

    @Test
    void masksLoginsAndNumbersOfAccounts() {
        Field account = field(FieldType.CHANNEL_ACCOUNT);
        assertThat(Masking.masked(account, "2088102146225135")).isEqualTo("2088********5135");
        assertThat(Masking.masked(account, "pay@example.com")).isEqualTo("p**@example.com");
    }

    @Test
    void namesWhatWasChosen() {
        assertThat(field(FieldType.LOTS).display("B,A")).isEqualTo("乙、甲");
        assertThat(field(FieldType.LOTS).display("C")).isEqualTo("C");
        assertThat(field(FieldType.TEXT).display("一,二")).isEqualTo("一,二");
    }

    private static Field field(FieldType type) {
        return new Field(
                "k",
                "某字段",
                "",
                type,
                true,
                null,
                null,
                true,
                null,
                null,
                List.of(new Field.Option("A", "甲", null), new Field.Option("B", "乙", null)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }
}

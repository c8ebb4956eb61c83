package cn.citybrain.parking.onboarding.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** For each type of field what it cannot be, with what the person is told: a new type does not compile without. */
final class WrongValues {

    private WrongValues() {}

    /** Wrong value → part of the message. */
    static Map<String, String> of(Field field, LocalDate today) {
        Map<String, String> wrong = new LinkedHashMap<>(ofType(field, today));
        if (field.maxLength() != null) {
            int tooLong = field.maxLength() + 1;
            wrong.put("停".repeat(tooLong), "最多 " + field.maxLength() + " 个字，现在有 " + tooLong + " 个");
        }
        if (field.minLength() != null && field.minLength() > 1) {
            wrong.put("停".repeat(field.minLength() - 1), "至少 " + field.minLength() + " 个字");
        }
        if (field.pattern() != null) {
            wrong.put("不合规则的文字", field.patternMessage());
        }
        if (field.minLength() == null || field.minLength() <= 4) {
            wrong.put("停车🚗场地", "含有渠道不支持的字符");
            wrong.put("停车\u0000场地", "含有换行或不可见字符");
            if (field.type() != FieldType.BANK_ACCOUNT) {
                // there all white space is taken off
                wrong.put("停车\n场地", "含有换行或不可见字符");
            }
        }
        return wrong;
    }

    private static Map<String, String> ofType(Field field, LocalDate today) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> Map.of();
            case USCC -> Map.of("91330106MA000000", "18 位", "91330106MAO0000011", "18 位", "公司", "18 位");
            case PHONE -> Map.of("12857100001", "11 位手机号码", "1385710000", "11 位手机号码", "0571-88888888", "11 位手机号码");
            case LANDLINE_OR_PHONE -> Map.of("88888888", "带区号的座机", "没有电话", "带区号的座机");
            case EMAIL -> Map.of("zhang@example", "格式不正确", "zhang example.com", "格式不正确", "张@example.com", "格式不正确");
            case ID_CARD ->
                Map.of(
                        "11010519491231002", "应为 18 位",
                        "110105194912310021", "校验位不符",
                        "110105194913310026", "出生日期不存在");
            case DATE ->
                Map.of(
                        today.plusDays(1).toString(),
                        "不能晚于今天",
                        "2025-02-29",
                        "应为日期",
                        "2025/02/28",
                        "应为日期",
                        "长期",
                        "应为日期");
            case DATE_OR_LONG_TERM -> Map.of(today.minusDays(1).toString(), "已过期", "2037-02-29", "应为日期", "永久", "或“长期”");
            case BANK_ACCOUNT -> Map.of("1234567", "8 到 30 位", "1".repeat(31), "8 到 30 位", "6222abcd0000", "8 到 30 位");
            case REGION_CODE -> Map.of("杭州", "6 位行政区划代码", "033010", "6 位行政区划代码", "3301000", "6 位行政区划代码");
            case CHOICE -> Map.of("没有这一项", "不在可选范围内");
            case PAPER -> throw new IllegalArgumentException("papers are uploaded");
        };
    }
}

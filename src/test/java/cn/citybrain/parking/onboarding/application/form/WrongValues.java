package cn.citybrain.parking.onboarding.application.form;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each type of field what it cannot be, with what the person is told: a new type does not compile without. */
final class WrongValues {

    /** What is chosen comes as it was offered; what is typed is tidied. */
    static final Set<FieldType> CHOSEN =
            EnumSet.of(FieldType.CHOICE, FieldType.LOT, FieldType.LOTS, FieldType.RECEIVING_ACCOUNT);

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
        wrong.putAll(ofPattern(field));
        if (fits(field, "停车🚗场地")) {
            wrong.put("停车🚗场地", "里不能有表情等符号“🚗”");
        }
        if (fits(field, "停车\n场地") && CHOSEN.contains(field.type())) {
            wrong.put("停车\n场地", "含有换行或不可见字符");
        }
        return wrong;
    }

    private static boolean fits(Field field, String value) {
        int length = value.codePointCount(0, value.length());
        return (field.minLength() == null || field.minLength() <= length)
                && (field.maxLength() == null || field.maxLength() >= length);
    }

    private static Map<String, String> ofPattern(Field field) {
        if (field.pattern() == null) {
            return Map.of();
        }
        return switch (field.type()) {
            case CHOICE ->
                field.options().stream()
                        .map(Field.Option::value)
                        .filter(value -> !value.matches(field.pattern()))
                        .collect(Collectors.toMap(value -> value, value -> field.patternMessage()));
            case CLEARING_NUMBER -> Map.of("102100099996", field.patternMessage());
            default ->
                Stream.of("不合规则", "0571/88")
                        .filter(value -> !value.matches(field.pattern()) && fits(field, value))
                        .collect(Collectors.toMap(value -> value, value -> field.patternMessage()));
        };
    }

    private static Map<String, String> ofType(Field field, LocalDate today) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, WHOLE_NUMBER, CHANNEL_ACCOUNT -> Map.of();
            case USCC -> Map.of("91330106MA000000", "18 位", "91330106MAO0000011", "18 位", "公司", "18 位");
            case PHONE -> Map.of("12857100001", "11 位手机号码", "1385710000", "11 位手机号码", "0571-88888888", "11 位手机号码");
            case LANDLINE_OR_PHONE -> Map.of("88888888", "带区号的座机", "没有电话", "带区号的座机");
            case EMAIL -> Map.of("zhang@example", "格式不正确", "zhang example.com", "格式不正确", "张@example.com", "格式不正确");
            case IDENTITY_NUMBER ->
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
                        "2025/02/30",
                        "应为日期",
                        "长期",
                        "应为日期");
            case DATE_OR_LONG_TERM -> Map.of(today.minusDays(1).toString(), "已过期", "2037-02-29", "应为日期", "有效", "或“长期”");
            case BANK_ACCOUNT -> Map.of("1234567", "8 到 30 位", "1".repeat(31), "8 到 30 位", "6222abcd0000", "8 到 30 位");
            case REGION_CODE -> Map.of("杭州", "6 位行政区划代码", "033010", "6 位行政区划代码", "3301000", "6 位行政区划代码");
            case CLEARING_NUMBER -> Map.of("12345", "12 位数字", "30858400001A", "12 位数字");
            case CHOICE, LOT, RECEIVING_ACCOUNT -> Map.of("没有这一项", "不在可选范围内");
            case LOTS -> {
                String own = field.options().get(0).value();
                yield Map.of("没有这个停车场", "不属于本公司", own + ",没有这个停车场", "不属于本公司", own + "," + own, "两次");
            }
            case PAPER -> throw new IllegalArgumentException("papers are uploaded");
        };
    }
}

package cn.citybrain.parking.onboarding.parking.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the value of a field has to be: the rule as a table of fields tells it, and the sentence that completes "…（…）" where a record breaks it. */
public enum FieldKind {
    /** An id is compared, never parsed. */
    ID("1 到 64 个字符，不含空格", words(text -> upTo(64, matching("[^\\s\\p{Z}\\p{Cc}\\p{Cs}]+", text)))),
    TEXT("不超过 200 个字符的文本", words(text -> upTo(200, matching("[^\\p{Cc}\\p{Cs}]+", text)))),
    /** In any spelling, or words for none. */
    PLATE("如 浙A12345、浙AD12345；没有车牌的填“无牌车”", "不是有效的车牌号，应如 浙A12345、浙AD12345，没有车牌的填“无牌车”", words(SentPlate::read)),
    TIME("yyyy-MM-dd HH:mm:ss 或 yyyyMMddHHmmss 格式的有效时间", words(FieldKind::time)),
    /** In 分. */
    MONEY("以分为单位的非负整数，不超过 99999999", node -> WholeNumber.read(node, 0, 99_999_999)),
    COUNT("0 到 1000000 的整数", node -> WholeNumber.read(node, 0, 1_000_000)),
    CODE("0 到 999 的整数", node -> WholeNumber.read(node, 0, 999)),
    PLATE_COLOR("1（蓝）、2（黄）、3（白）、4（黑）或 5（绿）", node -> WholeNumber.read(node, 1, 5)),
    ONE_OR_TWO("1 或 2", node -> WholeNumber.read(node, 1, 2)),
    ONE_TO_THREE("1、2 或 3", node -> WholeNumber.read(node, 1, 3)),
    ONE_TO_FOUR("1、2、3 或 4", node -> WholeNumber.read(node, 1, 4)),
    COORDINATE("经纬度数字，如 120.155070", words(text -> matching("-?\\d{1,3}(\\.\\d{1,16})?", text))),
    FLAG("true 或 false", words(FieldKind::flag)),
    ANYTHING("不超过 2000 个字符的内容", FieldKind::anything),
    /** Base64, decoded to bytes; browsers' data: prefix and line breaks are tolerated. */
    JPEG("JPEG 照片的 Base64 文本", words(FieldKind::jpeg));

    private final String rule;
    private final String sentence;
    private final Function<JsonNode, Object> reading;

    FieldKind(String rule, Function<JsonNode, Object> reading) {
        this(rule, (rule.charAt(0) < 128 ? "应为 " : "应为") + rule, reading);
    }

    FieldKind(String rule, String sentence, Function<JsonNode, Object> reading) {
        this.rule = rule;
        this.sentence = sentence;
        this.reading = reading;
    }

    /** What it has to be, in Chinese, as a phrase of its own. */
    public String rule() {
        return rule;
    }

    /** What a record is told that breaks the rule, in Chinese; completes the name of a field. */
    public String sentence() {
        return sentence;
    }

    /** The value, or null where it is not of this kind. */
    Object read(JsonNode node) {
        return node.isContainerNode() && this != ANYTHING ? null : reading.apply(node);
    }

    private static Function<JsonNode, Object> words(Function<String, Object> reading) {
        return node -> reading.apply(node.asText().strip());
    }

    private static String anything(JsonNode node) {
        String text = node.isContainerNode() ? node.toString() : node.asText().strip();
        return upTo(2000, matching("[^\\x00\\p{Cs}]+", text));
    }

    private static String matching(String pattern, String text) {
        return Pattern.matches(pattern, text) ? text : null;
    }

    /** In the units in which every database counts: a character outside of the basic plane is two. */
    private static String upTo(int most, String text) {
        return text == null || text.length() > most ? null : text;
    }

    private static Object time(String text) {
        try {
            return LotTime.read(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    private static byte[] jpeg(String text) {
        try {
            String base64 = text.replaceFirst("(?i)^data:image/p?jpe?g;base64,", "")
                    .replace(' ', '+')
                    .replace('-', '+')
                    .replace('_', '/');
            byte[] photo = Base64.getDecoder().decode(base64.replaceAll("[\\r\\n]", ""));
            boolean start = photo.length > 3 && photo[0] == (byte) 0xFF && photo[1] == (byte) 0xD8;
            return start && photo[2] == (byte) 0xFF ? photo : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.call.LotRequestReader;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form as it was sent: which fields it has, and how they were encoded. */
final class FormCheck {

    static final String TITLE = "表单";
    private static final List<String> MANDATORY = List.of("accessID", "cipher", "sign");

    private FormCheck() {}

    /**
     * What a person pasted: a body as sent, or fields one by one.
     *
     * @throws LotRefusal if the body is no form
     */
    static Map<String, String> fields(MessageCheck.Message message) {
        if (message.form() != null && !message.form().isBlank()) {
            return ofBody(message.form().strip());
        }
        Map<String, String> fields = new HashMap<>();
        put(fields, "accessID", message.accessId());
        put(fields, "cipher", message.cipher());
        put(fields, "sign", message.sign());
        put(fields, "file", message.file());
        return fields;
    }

    private static Map<String, String> ofBody(String body) {
        String format = format(body);
        if (format != null) {
            throw new LotRefusal(
                    ResultCode.MALFORMED,
                    "请求体是 " + format
                            + "，应为表单（application/x-www-form-urlencoded）：accessID=…&cipher=…&sign=…，JSON 内容加密后放在 cipher 里");
        }
        return LotRequestReader.form(body);
    }

    /** What it is that is no form; null where it may be one. */
    private static String format(String body) {
        return switch (body.charAt(0)) {
            case '{', '[' -> "JSON";
            case '<' -> "XML";
            default -> body.startsWith("--") ? "multipart/form-data" : null;
        };
    }

    private static void put(Map<String, String> fields, String key, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(key, value.strip());
        }
    }

    static Step of(Map<String, String> form) {
        String lacking = Stream.of(lacking(form), empty(form))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("；"));
        if (!lacking.isEmpty()) {
            return Step.wrong(TITLE, lacking + "：三个字段 accessID、cipher、sign 都要有内容，字段名区分大小写");
        }
        boolean spaces = form.get("cipher").contains(" ") || form.get("sign").contains(" ");
        return spaces
                ? Step.odd(TITLE, "“+”没有做 URL 编码，收到时变成了空格；平台会还原，但请对 cipher 和 sign 做 URL 编码（+ 写成 %2B）")
                : Step.ok(TITLE, "accessID、cipher、sign 都有");
    }

    /** Fields that did not come, each with what came in its place. */
    private static String lacking(Map<String, String> form) {
        List<String> lacking = MANDATORY.stream()
                .filter(key -> !form.containsKey(key))
                .map(key -> key + otherwise(form, key))
                .toList();
        return lacking.isEmpty() ? "" : "缺少 " + String.join("、", lacking);
    }

    private static String otherwise(Map<String, String> form, String key) {
        return form.keySet().stream()
                .filter(name -> name.equalsIgnoreCase(key))
                .findFirst()
                .map(name -> "（收到的是 " + name + "，大小写不对）")
                .orElse("");
    }

    /** Fields that came with nothing in them. */
    private static String empty(Map<String, String> form) {
        List<String> empty = MANDATORY.stream()
                .filter(key -> form.containsKey(key) && form.get(key).isBlank())
                .toList();
        return empty.isEmpty() ? "" : String.join("、", empty) + " 是空的";
    }
}

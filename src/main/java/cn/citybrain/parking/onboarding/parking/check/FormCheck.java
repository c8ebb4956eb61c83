package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.call.LotRequestReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form as it was sent: which fields it has, and how they were encoded. */
final class FormCheck {

    static final String TITLE = "表单";

    private FormCheck() {}

    /** What a person pasted: a body as sent, or fields one by one. */
    static Map<String, String> fields(MessageCheck.Message message) {
        if (message.form() != null && !message.form().isBlank()) {
            return LotRequestReader.form(message.form().strip());
        }
        Map<String, String> fields = new HashMap<>();
        put(fields, "accessID", message.accessId());
        put(fields, "cipher", message.cipher());
        put(fields, "sign", message.sign());
        put(fields, "file", message.file());
        return fields;
    }

    private static void put(Map<String, String> fields, String key, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(key, value.strip());
        }
    }

    static Step of(Map<String, String> form) {
        List<String> missing = new ArrayList<>();
        for (String key : List.of("accessID", "cipher", "sign")) {
            if (form.getOrDefault(key, "").isBlank()) {
                String otherwise = form.keySet().stream()
                        .filter(name -> name.equalsIgnoreCase(key))
                        .findFirst()
                        .map(name -> "（收到的是 " + name + "，大小写不对）")
                        .orElse("");
                missing.add(key + otherwise);
            }
        }
        if (!missing.isEmpty()) {
            return Step.wrong(TITLE, "缺少 " + String.join("、", missing) + "：三个字段 accessID、cipher、sign 都要有，区分大小写");
        }
        boolean spaces = form.get("cipher").contains(" ") || form.get("sign").contains(" ");
        return spaces
                ? Step.odd(TITLE, "“+”没有做 URL 编码，收到时变成了空格；平台会还原，但请对 cipher 和 sign 做 URL 编码（+ 写成 %2B）")
                : Step.ok(TITLE, "accessID、cipher、sign 都有");
    }
}

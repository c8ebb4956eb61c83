package cn.citybrain.parking.onboarding.simulator.unionpay;

import java.util.Map;

/** The fields of a request. */
record UnionPayForm(Map<String, String> fields) {

    /** A text that must be there. */
    String text(String name, int longest) {
        String value = fields.getOrDefault(name, "");
        if (value.isBlank() || value.length() > longest) {
            throw UnionPayError.field(name, value.isBlank() ? "缺失" : "超长");
        }
        return value;
    }

    String optional(String name) {
        return fields.getOrDefault(name, "");
    }

    /** {@code yyyy-MM-dd HH:mm:ss} or compact. */
    String time(String name) {
        String value = text(name, 19);
        if (!value.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}")) {
            throw UnionPayError.field(name, "格式不对");
        }
        return value;
    }

    /** In 分. */
    int amount(String name) {
        String value = text(name, 9);
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw UnionPayError.field(name, "须为正整数（分）");
        }
        return Integer.parseInt(value);
    }
}

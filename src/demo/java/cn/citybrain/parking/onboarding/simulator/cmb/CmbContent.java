package cn.citybrain.parking.onboarding.simulator.cmb;

import com.fasterxml.jackson.databind.JsonNode;

/** The business fields of a request. */
record CmbContent(JsonNode json) {

    /** A text that must be there. */
    String text(String name, int longest) {
        String value = json.path(name).asText("");
        if (value.isBlank() || value.length() > longest) {
            throw CmbError.field(name, value.isBlank() ? "缺失" : "超长");
        }
        return value;
    }

    String optional(String name) {
        return json.path(name).asText("");
    }

    /** In 分. */
    int amount(String name) {
        String value = text(name, 9);
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw CmbError.field(name, "须为正整数（分）");
        }
        return Integer.parseInt(value);
    }
}

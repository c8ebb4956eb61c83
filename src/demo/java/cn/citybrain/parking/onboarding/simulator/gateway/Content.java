package cn.citybrain.parking.onboarding.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** The body of a request, read field by field. */
record Content(JsonNode json) {

    /** A text that must be there. */
    String text(String name, int longest) {
        String value = json.path(name).asText("");
        if (value.isBlank() || value.length() > longest) {
            throw GatewayError.field(name, value.isBlank() ? "缺失" : "过长，最多 " + longest + " 个字");
        }
        return value;
    }

    int positive(String name) {
        JsonNode value = json.path(name);
        if (!value.isInt() || value.asInt() < 1) {
            throw GatewayError.field(name, "须为正整数");
        }
        return value.asInt();
    }

    /** A time with offset, as it was told. */
    String time(String name) {
        String value = text(name, 40);
        try {
            OffsetDateTime.parse(value);
            return value;
        } catch (DateTimeException e) {
            throw GatewayError.field(name, "须为带时区的时间");
        }
    }
}

package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/** The business parameters of a call, read with Alipay's complaints. */
public record BizContent(JsonNode json) {

    private static final String PLATE = "[A-Z0-9\\u4e00-\\u9fa5]{7,8}";
    private static final String COLOR = "BLUE|GREEN|YELLOW|WHITE|BLACK|LIMEGREEN";

    public static BizContent of(String text, ObjectMapper mapper) {
        try {
            JsonNode json = mapper.readTree(text);
            if (json != null && json.isObject()) {
                return new BizContent(json);
            }
        } catch (JsonProcessingException e) {
            // refused below
        }
        throw AlipayError.parameter("biz_content", "不是 JSON 对象");
    }

    /** One that may be absent: then empty. */
    public String optional(String name) {
        JsonNode value = json.at("/" + name);
        return value.isValueNode() ? value.asText() : "";
    }

    /** One that must be there and look like that. */
    public String text(String name, String pattern) {
        String value = optional(name);
        if (value.isEmpty()) {
            throw new AlipayError("40001", "isv.missing-parameter", "缺少参数 " + name);
        }
        if (!value.matches(pattern)) {
            throw AlipayError.parameter(name, "格式不正确");
        }
        return value;
    }

    public String plate(String name) {
        return text(name, PLATE);
    }

    public String color(String name) {
        return text(name, COLOR);
    }

    public Instant time(String name) {
        try {
            return BeijingTime.instant(text(name, ".{19}"));
        } catch (DateTimeException e) {
            throw AlipayError.parameter(name, "格式须为 yyyy-MM-dd HH:mm:ss");
        }
    }

    /** In 分, of yuan with two decimals. */
    public int fen(String name) {
        int fen = new BigDecimal(text(name, "\\d{1,9}\\.\\d{2}"))
                .movePointRight(2)
                .intValueExact();
        if (fen < 1) {
            throw AlipayError.parameter(name, "必须大于 0");
        }
        return fen;
    }

    public static String yuan(int fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}

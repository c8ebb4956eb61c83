package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads a request body as WeChat Pay does: what is missing or odd is a PARAM_ERROR that names the field. */
public record Body(JsonNode json) {

    /** A text that has to be there. */
    public String text(String pointer, String label, String pattern) {
        JsonNode value = json.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            throw ApiError.param(pointer, label, "缺少必填参数");
        }
        if (!value.isTextual() || !value.asText().matches(pattern)) {
            throw ApiError.param(pointer, label, "字符串规则校验失败");
        }
        return value.asText();
    }

    /** A text that may be absent. */
    public String optional(String pointer) {
        return json.at(pointer).asText("");
    }

    public int number(String pointer, String label, int least) {
        JsonNode value = json.at(pointer);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least) {
            throw ApiError.param(pointer, label, "必须为不小于 " + least + " 的整数");
        }
        return value.asInt();
    }

    public String time(String pointer, String label) {
        String text = text(pointer, label, ".{20,32}");
        try {
            OffsetDateTime.parse(text);
            return text;
        } catch (DateTimeException e) {
            throw ApiError.param(pointer, label, "须为 RFC 3339 格式的时间");
        }
    }

    public String notifyUrl() {
        String text = text("/notify_url", "回调地址", "https://.{1,248}");
        try {
            if (URI.create(text).getRawQuery() == null) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw ApiError.param("/notify_url", "回调地址", "不是有效的地址");
        }
        throw ApiError.param("/notify_url", "回调地址", "不能携带参数");
    }

    public String plateNumber(String pointer) {
        return text(pointer, "车牌号", "[\\u4e00-\\u9fa5][0-9A-Z\\u4e00-\\u9fa5]{5,8}");
    }

    public String plateColor(String pointer) {
        return text(pointer, "车牌颜色", "BLUE|GREEN|YELLOW|BLACK|WHITE|LIMEGREEN");
    }
}

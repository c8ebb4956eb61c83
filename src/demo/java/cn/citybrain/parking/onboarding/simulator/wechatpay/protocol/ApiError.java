package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal, as WeChat Pay words it. */
public final class ApiError extends RuntimeException {

    private final int status;
    private final String code;
    private final String pointer;

    private ApiError(int status, String code, String message, String pointer) {
        super(message);
        this.status = status;
        this.code = code;
        this.pointer = pointer;
    }

    public static ApiError of(int status, String code, String message) {
        return new ApiError(status, code, message, "");
    }

    /** PARAM_ERROR that names the field as a JSON pointer. */
    public static ApiError param(String pointer, String label, String problem) {
        return new ApiError(400, "PARAM_ERROR", "输入源“" + pointer + "”映射到字段“" + label + "”" + problem, pointer);
    }

    public static ApiError invalid(String message) {
        return of(400, "INVALID_REQUEST", message);
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", getMessage());
        if (!pointer.isEmpty()) {
            body.put("detail", Map.of("location", "body", "field", pointer));
        }
        return body;
    }
}

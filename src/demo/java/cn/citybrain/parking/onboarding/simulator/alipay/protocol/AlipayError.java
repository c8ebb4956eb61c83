package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as the gateway words it. */
public final class AlipayError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> WORDS = Map.of(
            "10000", "Success",
            "10003", "order success pay inprocess",
            "20000", "Service Currently Unavailable",
            "20001", "Insufficient Token Permissions",
            "40001", "Missing Required Arguments",
            "40002", "Invalid Arguments",
            "40003", "Insufficient Conditions",
            "40004", "Business Failed",
            "40005", "Call Limited",
            "40006", "Insufficient Permissions");

    private final String code;
    private final String subCode;
    private final String subMsg;

    public AlipayError(String code, String subCode, String subMsg) {
        super(code + " " + subCode + " " + subMsg);
        this.code = code;
        this.subCode = subCode;
        this.subMsg = subMsg;
    }

    /** The method was carried out and said no. */
    public static AlipayError business(String subCode, String subMsg) {
        return new AlipayError("40004", subCode, subMsg);
    }

    public static AlipayError parameter(String name, String why) {
        return new AlipayError("40002", "isv.invalid-parameter", "参数 " + name + " " + why);
    }

    public Map<String, Object> node() {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", code);
        node.put("msg", WORDS.getOrDefault(code, "Failed"));
        if (!subCode.isEmpty()) {
            node.put("sub_code", subCode);
            node.put("sub_msg", subMsg);
        }
        return node;
    }

    /** The start of every answer that is no refusal. */
    public static Map<String, Object> success() {
        return new AlipayError("10000", "", "").node();
    }
}

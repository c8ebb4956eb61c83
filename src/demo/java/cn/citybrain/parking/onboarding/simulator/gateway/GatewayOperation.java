package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.util.Arrays;
import java.util.Optional;

/** What the platform can ask, and the one thing that the gateway tells by itself. */
public enum GatewayOperation implements Operation {
    SUBMIT("POST", "/v1/applications", "提交申请"),
    REVIEW("GET", "/v1/applications/[^/]+", "查询申请"),
    WITHDRAW("POST", "/v1/applications/[^/]+/withdraw", "撤回申请"),
    LOT_SUBMIT("POST", "/v1/lots", "登记停车场"),
    LOT_QUERY("GET", "/v1/lots/[^/]+", "查询停车场"),
    LOT_WITHDRAW("POST", "/v1/lots/[^/]+/withdraw", "撤回停车场"),
    AGREEMENT("GET", "/v1/agreements/[^/]+", "查询签约"),
    ENTRY("POST", "/v1/visits", "车辆入场"),
    EXIT("POST", "/v1/visits/[^/]+/exit", "车辆离场"),
    DEDUCT("POST", "/v1/deductions", "扣款"),
    QUERY("GET", "/v1/deductions/[^/]+", "查询扣款"),
    REFUND("POST", "/v1/refunds", "退款"),
    REFUND_QUERY("GET", "/v1/refunds/[^/]+", "查询退款"),
    NOTIFY("", "", "回调");

    private final String method;
    private final String path;
    private final String words;

    GatewayOperation(String method, String path, String words) {
        this.method = method;
        this.path = path;
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** @param path below the party's root */
    static Optional<GatewayOperation> of(String method, String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.method.equals(method) && path.matches(operation.path))
                .findFirst();
    }
}

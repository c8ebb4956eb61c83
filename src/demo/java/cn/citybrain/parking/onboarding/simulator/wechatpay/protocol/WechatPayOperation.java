package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.util.Arrays;
import java.util.Optional;

/** What the platform can ask, and the one thing that WeChat Pay tells by itself. */
public enum WechatPayOperation implements Operation {
    UPLOAD("POST", "/v3/merchant/media/upload", "上传图片"),
    SUBMIT("POST", "/v3/applyment4sub/applyment/", "提交申请单"),
    REVIEW("GET", "/v3/applyment4sub/applyment/(business_code|applyment_id)/.+", "查询申请单"),
    LOT_SUBMIT("POST", "/v3/parking/reminders/application", "提交停车场"),
    LOT_QUERY("GET", "/v3/parking/reminders/application/.+", "查询停车场"),
    LOT_WITHDRAW("POST", "/v3/parking/reminders/application/withdraw", "撤回停车场"),
    AGREEMENT("GET", "/v3/vehicle/parking/services/find", "查询车主服务"),
    ENTRY("POST", "/v3/vehicle/parking/parkings", "车辆入场"),
    DEDUCT("POST", "/v3/vehicle/transactions/parking", "扣款"),
    QUERY("GET", "/v3/vehicle/transactions/out-trade-no/.+", "查询扣款"),
    REFUND("POST", "/v3/refund/domestic/refunds", "退款"),
    REFUND_QUERY("GET", "/v3/refund/domestic/refunds/.+", "查询退款"),
    NOTIFY("", "", "通知");

    private final String method;
    private final String path;
    private final String words;

    WechatPayOperation(String method, String path, String words) {
        this.method = method;
        this.path = path;
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    static Optional<WechatPayOperation> of(String method, String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.method.equals(method) && path.matches(operation.path))
                .findFirst();
    }
}

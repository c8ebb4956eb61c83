package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.util.Arrays;
import java.util.Optional;

/** What the platform can ask, by TransId, and what UnionPay tells by itself. From 90101 up assumed. */
public enum UnionPayOperation implements Operation {
    SUBMIT("90101", "提交申请"),
    REVIEW("90201", "查询申请"),
    LOT_SUBMIT("90301", "登记停车场"),
    LOT_QUERY("90303", "查询停车场"),
    AGREEMENT("40401", "查询签约"),
    ENTRY("40101", "车辆入场"),
    EXIT("40201", "车辆离场"),
    DEDUCT("40001", "扣款"),
    QUERY("90401", "查询扣款"),
    REFUND("40301", "退款"),
    NOTIFY("", "通知");

    private final String transId;
    private final String words;

    UnionPayOperation(String transId, String words) {
        this.transId = transId;
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    static Optional<UnionPayOperation> of(String transId) {
        return Arrays.stream(values())
                .filter(operation -> !transId.isEmpty() && operation.transId.equals(transId))
                .findFirst();
    }
}

package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.util.Arrays;
import java.util.Optional;

/** What the platform can ask, and what the bank tells by itself. */
public enum CmbOperation implements Operation {
    SUBMIT("merchants/apply", "提交申请"),
    REVIEW("merchants/applyquery", "查询申请"),
    LOT_SUBMIT("merchants/storebind", "绑定门店"),
    LOT_QUERY("merchants/storequery", "查询门店"),
    AGREEMENT("mchorders/papcontractquery", "查询签约"),
    DEDUCT("mchorders/pap", "扣款"),
    QUERY("mchorders/paporderquery", "查询扣款"),
    REFUND("mchorders/refund", "退款"),
    REFUND_QUERY("mchorders/refundquery", "查询退款"),
    NOTIFY("", "通知");

    private final String path;
    private final String words;

    CmbOperation(String path, String words) {
        this.path = path;
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** @param path below {@code /polypay/v1.0/} */
    static Optional<CmbOperation> of(String path) {
        return Arrays.stream(values())
                .filter(operation -> !path.isEmpty() && operation.path.equals(path))
                .findFirst();
    }
}

package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.util.Arrays;
import java.util.Optional;

/** What the platform can ask, and the one thing that Alipay tells by itself. */
public enum AlipayOperation implements Operation {
    SIGN_STATE("alipay.open.agent.signstatus.query", "查询签约状态"),
    CREATE("alipay.open.agent.create", "开启代签约事务"),
    SUBMIT("alipay.open.agent.common.sign", "填写代签约资料"),
    CONFIRM("alipay.open.agent.confirm", "提交代签约事务"),
    CANCEL("alipay.open.agent.cancel", "取消代签约事务"),
    REVIEW("alipay.open.agent.order.query", "查询申请单"),
    LOT_SUBMIT("alipay.eco.mycar.parking.parkinglotinfo.create", "登记停车场"),
    LOT_QUERY("alipay.eco.mycar.parking.parkinglotinfo.query", "查询停车场"),
    AGREEMENT("alipay.eco.mycar.parking.agreement.query", "查询车牌代扣状态"),
    ENTRY("alipay.eco.mycar.parking.enterinfo.sync", "车辆驶入"),
    EXIT("alipay.eco.mycar.parking.exitinfo.sync", "车辆驶出"),
    DEDUCT("alipay.eco.mycar.parking.order.pay", "代扣"),
    QUERY("alipay.eco.mycar.trade.order.query", "查询交易"),
    ORDER_SYNC("alipay.eco.mycar.parking.order.sync", "同步订单"),
    REFUND("alipay.eco.mycar.parking.order.refund", "退款"),
    NOTIFY("", "通知");

    private final String method;
    private final String words;

    AlipayOperation(String method, String words) {
        this.method = method;
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    static Optional<AlipayOperation> of(String method) {
        return Arrays.stream(values())
                .filter(operation -> !method.isEmpty() && operation.method.equals(method))
                .findFirst();
    }
}

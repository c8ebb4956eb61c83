package cn.citybrain.parking.fakechannel;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;

enum FakeOperation implements Operation {
    SUBMIT("提交申请"),
    REVIEW("查询申请"),
    LOT_SUBMIT("登记停车场"),
    DEDUCT("扣款"),
    QUERY("查询扣款"),
    REFUND("退款"),
    NOTIFY("通知");

    private final String words;

    FakeOperation(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}

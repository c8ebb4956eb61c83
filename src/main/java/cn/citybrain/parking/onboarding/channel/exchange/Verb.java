package cn.citybrain.parking.onboarding.channel.exchange;

/** What a channel is called for. */
public enum Verb {
    SUBMIT("提交申请", false),
    REVIEW("查询审核进度", true),
    SIGN_STATE("查询签约状态", true),
    WITHDRAW("告知撤回申请", false),
    REGISTER_LOT("注册停车场", false),
    LOT_STATE("查询停车场注册结果", true),
    WITHDRAW_LOT("告知撤回停车场", false),
    AGREEMENT("查询车主开通情况", true),
    ENTERED("上报车辆入场", false),
    LEFT("上报车辆离场", false),
    DEDUCT("发起扣款", false),
    DEDUCTION("查询扣款结果", true),
    REFUND("发起退款", false),
    REFUND_STATE("查询退款结果", true);

    private final String title;
    private final boolean question;

    Verb(String title, boolean question) {
        this.title = title;
        this.question = question;
    }

    /** Chinese. */
    public String title() {
        return title;
    }

    /** Whether it only asks: then an answer that says nothing new is counted, not written again. */
    public boolean question() {
        return question;
    }
}

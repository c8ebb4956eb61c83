package cn.citybrain.parking.onboarding.simulator.wechatpay;

/** States of an application, in WeChat Pay's spelling. */
public enum ApplymentState {
    EDITTING("编辑中"),
    AUDITING("审核中"),
    REJECTED("已驳回"),
    TO_BE_CONFIRMED("待账户验证"),
    TO_BE_SIGNED("待签约"),
    SIGNING("开通权限中"),
    FINISHED("已完成"),
    CANCELED("已作废");

    private final String words;

    ApplymentState(String words) {
        this.words = words;
    }

    /** As on the wire. */
    public String code() {
        return "APPLYMENT_STATE_" + name();
    }

    /** For people. */
    public String words() {
        return words;
    }

    public static ApplymentState of(String code) {
        return valueOf(code.replaceFirst("^APPLYMENT_STATE_", ""));
    }
}

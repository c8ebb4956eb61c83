package cn.citybrain.parking.onboarding.audit.story;

/** What an entry is about. The order is that of entries of one moment. */
public enum Kind {
    STEP("流程步骤"),
    TASK("人工任务"),
    DECISION("决定"),
    REVISION("提交资料"),
    PAPER("证照材料"),
    /** What a channel sent by itself. */
    CHANNEL_MESSAGE("渠道通知"),
    /** What a channel answered to a call or a question. */
    CHANNEL_ANSWER("渠道应答"),
    MAIL("邮件"),
    LOT_MESSAGE("下发停车场"),
    /** What a lot sent, and what the check of it found. */
    RECORD("停车记录"),
    DEDUCTION("扣款"),
    REFUND("退款"),
    COMMENT("备注"),
    INCIDENT("故障"),
    /** Jobs and external tasks that failed, and what was tried. */
    JOB("自动执行"),
    /** What somebody did to the process beside its tasks. */
    OPERATION("人工干预"),
    /** Who saw unmasked values, papers, signed requests. */
    LOOK("查阅"),
    MASTER_DATA("主数据变更"),
    /** What was removed by which rule. */
    REMOVAL("到期清除");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Chinese. */
    public String title() {
        return title;
    }
}

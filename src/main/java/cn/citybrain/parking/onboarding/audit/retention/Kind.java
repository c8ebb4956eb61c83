package cn.citybrain.parking.onboarding.audit.retention;

/** Kinds of data that have a time of their own. */
public enum Kind {
    /** What the engine wrote down of an application's processes. */
    HISTORY("流程历史"),
    /** The pictures of papers; their hashes stay. */
    PAPERS("资质证照"),
    /** What was entered in an application: people, accounts, phones, explanations. */
    FORMS("申请资料"),
    /** Plates, passages and photos that lots reported. */
    VEHICLES("车辆与通行记录"),
    MAILS("邮件"),
    /** Requests to channels and callbacks of them, as they were signed. */
    MESSAGES("渠道报文");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}

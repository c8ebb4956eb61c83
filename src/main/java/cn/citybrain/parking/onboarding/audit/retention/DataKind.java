package cn.citybrain.parking.onboarding.audit.retention;

/** Kinds of data that have a time of their own. */
public enum DataKind {
    /** What the engine wrote down of an application's processes. */
    HISTORY("流程历史", Since.APPLICATION_OVER),
    /** The pictures of papers; their hashes stay. */
    PAPERS("资质证照", Since.APPLICATION_OVER),
    /** What was entered in an application: people, accounts, phones, explanations. */
    FORMS("申请资料", Since.APPLICATION_OVER),
    /** Plates, passages and photos of its tests; amounts, states and times stay. */
    VEHICLES("测试车辆与通行记录", Since.APPLICATION_OVER),
    /** Requests to channels and callbacks of them, as they were signed; what they said in short stays. */
    MESSAGES("渠道报文", Since.APPLICATION_OVER),
    /** Whom mails about it went to, and what they said; subject and time stay. */
    MAILS("邮件", Since.APPLICATION_OVER),
    /** Mails that are about no application. */
    OTHER_MAILS("其他邮件", Since.WRITTEN),
    /** What lots reported of vehicles that no test is about. */
    TRAFFIC("其他车辆的通行记录", Since.WRITTEN);

    private final String title;
    private final Since since;

    DataKind(String title, Since since) {
        this.title = title;
        this.since = since;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** What its time is counted from. */
    public Since since() {
        return since;
    }

    /** What a time is counted from. */
    public enum Since {
        /** The last thing that came of the application ended: its process, account, lots, money. */
        APPLICATION_OVER("申请及其账户、停车场、扣款全部结束后"),
        WRITTEN("收到或写入后");

        private final String words;

        Since(String words) {
            this.words = words;
        }

        /** Chinese. */
        public String words() {
            return words;
        }
    }
}

package cn.citybrain.parking.onboarding.application.register;

/** What an application is to somebody who looks for receiving accounts. */
public enum AccountGroup {
    /** Nothing of it was submitted yet. */
    DRAFT("草稿", "(a.state = 'DRAFT' OR a.state = 'FILLING' AND a.revision = 0)"),
    /** On its way to an account with a live lot. */
    RUNNING(
            "办理中",
            "(a.state NOT IN (:over) AND a.state <> 'DRAFT' AND NOT (a.state = 'FILLING' AND a.revision = 0)"
                    + " AND (r.state IS NULL OR r.state <> 'LIVE'))"),
    /** Its account has had a live lot. */
    LIVE("正式接入", "r.state = 'LIVE'"),
    /** Ended without a live lot. */
    OVER("已结束", "(a.state IN (:over) AND (r.state IS NULL OR r.state <> 'LIVE'))");

    /** The accounts that a company has or is about to have. */
    static final String NOT_OVER = "(a.state NOT IN (:over) OR r.state = 'LIVE')";

    private final String title;
    private final String condition;

    AccountGroup(String title, String condition) {
        this.title = title;
        this.condition = condition;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    String condition() {
        return condition;
    }
}

package cn.citybrain.parking.onboarding.deduction;

/** Life of a deduction. */
public enum DeductionState {
    /** Written down, not sent. */
    PREPARED("准备扣款"),
    /** Sent, or about to be sent by somebody who may have died: only the channel knows. */
    SENT("已发往渠道，等待结果"),
    /** The channel's answer did not tell. */
    UNKNOWN("结果未知，正在向渠道查询"),
    /** Charged, in the channel's own authenticated words, and every fact agrees. */
    SUCCEEDED("扣款成功"),
    /** Definitely not charged. */
    FAILED("扣款失败"),
    /** Charged, but not as ordered: people have to clear it. */
    DISPUTED("扣款有争议，等待运营公司处理");

    private final String words;

    DeductionState(String words) {
        this.words = words;
    }

    /** For people, in Chinese. */
    public String words() {
        return words;
    }

    public boolean undecided() {
        return this == PREPARED || this == SENT || this == UNKNOWN;
    }
}

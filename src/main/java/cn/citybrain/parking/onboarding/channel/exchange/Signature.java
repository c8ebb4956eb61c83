package cn.citybrain.parking.onboarding.channel.exchange;

/** Whether it is certain that the channel itself said it. */
public enum Signature {
    /** The adapter has verified the answer's signature. */
    VERIFIED("签名已验证"),
    /** There was an answer, but not a signed one, or none that can be relied on. */
    UNVERIFIED("未经签名验证"),
    /** There was no answer, or nobody was asked. */
    NONE("没有应答");

    private final String title;

    Signature(String title) {
        this.title = title;
    }

    /** Chinese. */
    public String title() {
        return title;
    }
}

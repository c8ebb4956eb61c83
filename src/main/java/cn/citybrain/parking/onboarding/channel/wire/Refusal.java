package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;

/** The channel's own no, or an unsigned one that may be anybody's. */
public abstract class Refusal extends WireFailure {

    private final String words;
    private final boolean signed;

    /**
     * @param shown the codes, fit for a log
     * @param words the channel's sentence, may be empty
     */
    protected Refusal(Channel channel, String shown, String words, boolean signed) {
        super(channel, shown + (signed ? "" : "（未签名）"));
        this.words = words;
        this.signed = signed;
    }

    public abstract String code();

    /** By the channel's codes. */
    public abstract boolean is(String... codes);

    /** Repeating the same request later can succeed. */
    public abstract boolean passing();

    /** The channel itself says no, and will say so again. */
    public abstract boolean definite();

    /** Whether the channel's signature on it was verified. */
    public final boolean signed() {
        return signed;
    }

    /** The channel's own sentence. May hold values from the request: shown to people, never logged. */
    public final String words() {
        return words.isEmpty() ? code() : words;
    }
}

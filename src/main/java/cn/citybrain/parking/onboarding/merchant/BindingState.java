package cn.citybrain.parking.onboarding.merchant;

/** Life of a lot binding. {@link #LIVE} is reached from {@link #TESTING} only, and never left for {@link #WITHDRAWN}. */
public enum BindingState {
    /** Chosen by the operator. */
    CONFIGURED,
    /** The channel has consented to the lot. */
    REGISTERED,
    /** Waits for the record and the deduction of a test vehicle. */
    TESTING,
    /** 正式接入: the channel confirmed a test deduction. */
    LIVE,
    /** Was live and is switched off for a while. */
    SUSPENDED,
    /** Given up before it was live. */
    WITHDRAWN
}

package cn.citybrain.parking.onboarding.application;

/** Who found fault with a field. */
public enum RemarkSource {
    /** The operating company (运营公司). */
    REVIEWER,
    /** The payment channel. */
    CHANNEL
}

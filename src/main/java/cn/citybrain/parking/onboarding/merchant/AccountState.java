package cn.citybrain.parking.onboarding.merchant;

/** Life of a receiving account. */
public enum AccountState {
    /** Applied for, the channel has not opened it. */
    APPLYING,
    /** Opened by the channel, no lot is live on it. */
    ACTIVE,
    /** 正式接入: at least one lot went live on it. Never goes back. */
    LIVE,
    /** Refused, withdrawn, or closed before any lot went live. */
    CLOSED
}

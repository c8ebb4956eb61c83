package cn.citybrain.parking.onboarding.simulator.channel;

/** Why a debit or refund is not taken in at all. A channel's controllers turn it into their own error. */
public final class MoneyRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** The number came before, with other data. */
        OTHER_DATA,
        /** Another number charges this visit. */
        VISIT_CHARGED,
        UNKNOWN_ORDER,
        NOT_PAID,
        /** More than was charged would go back. */
        TOO_MUCH
    }

    private final Why why;

    MoneyRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}

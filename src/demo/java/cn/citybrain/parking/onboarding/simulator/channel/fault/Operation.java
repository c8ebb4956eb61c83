package cn.citybrain.parking.onboarding.simulator.channel.fault;

/**
 * What the platform can ask of a channel, or the channel tell by itself. Each channel has an enum of its own; what several
 * channels have bears one name: UPLOAD, SUBMIT, REVIEW, LOT_SUBMIT, LOT_QUERY, LOT_WITHDRAW, AGREEMENT, ENTRY, EXIT,
 * DEDUCT, QUERY, REFUND, REFUND_QUERY, NOTIFY.
 */
public interface Operation {

    /** What can go wrong besides the wire. */
    enum Role {
        CALL,
        /** A debit: the decision can go either way. */
        DEDUCT,
        /** Giving money back: the same. */
        REFUND,
        /** The channel's own notifications. */
        NOTIFY
    }

    /** Code, as an enum has it. */
    String name();

    /** For people. */
    String words();

    /** By the name, where it is one of those above. */
    default Role role() {
        return switch (name()) {
            case "DEDUCT" -> Role.DEDUCT;
            case "REFUND" -> Role.REFUND;
            case "NOTIFY" -> Role.NOTIFY;
            default -> Role.CALL;
        };
    }
}

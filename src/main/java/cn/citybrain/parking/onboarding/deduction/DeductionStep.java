package cn.citybrain.parking.onboarding.deduction;

import java.time.Instant;

/**
 * Something that happened to a deduction.
 *
 * @param actor who did it: a user, {@code channel}, or {@code system}
 * @param text in Chinese
 */
public record DeductionStep(long deductionId, Kind kind, String actor, String text, Instant at) {

    /** What kind of thing happened. */
    public enum Kind {
        PREPARED,
        /** It may have been sent in a time that a restored backup does not know: the channel is asked first. */
        ASSUMED_SENT,
        SENT,
        RESENT,
        ANSWERED,
        SUCCEEDED,
        FAILED,
        DISPUTED,
        /** The channel said something else than before; kept, without effect on what it said first. */
        CONTRADICTED,
        WAIT_LONGER,
        ABANDONED,
        /** The money of a disputed charge is back, and what follows is decided. */
        DISPUTE_CLOSED,
        REFUND
    }
}

package cn.citybrain.parking.onboarding.deduction;

import java.time.Duration;

/** How far a deduction is. */
public sealed interface DeductionStatus {

    enum Outcome {
        SUCCEEDED,
        FAILED,
        DISPUTED
    }

    /** Not known yet: ask or call {@code Deductions.advance} again then, or when {@link DeductionSettled} arrives. */
    record Undecided(Duration askAgainIn) implements DeductionStatus {}

    record Decided(Outcome outcome) implements DeductionStatus {}

    /** The channel has nothing of it, and it may go out: that is for {@code Deductions.advance}, which asks first. */
    record ToBeSent() implements DeductionStatus {}

    /** The schedule of queries ran out: a supervisor has to wait longer or abandon. */
    record Exhausted() implements DeductionStatus {}
}

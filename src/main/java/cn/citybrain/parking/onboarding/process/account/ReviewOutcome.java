package cn.citybrain.parking.onboarding.process.account;

/** Where an application stands at the channel, as the models' gateways read it. What a step waits in
 * is said by its property {@code waitsWhile}; a refusal always ends the wait. */
public enum ReviewOutcome {
    UNDER_REVIEW,
    AWAITING_VISIT,
    VISIT_SCHEDULED,
    SIGNED,
    AWAITING_VERIFICATION,
    AWAITING_SIGNATURE,
    EXPIRED,
    APPROVED,

    /** Refused for now: {@code reasonsKnown} says whether the channel told what to correct. */
    REFUSED,

    /** Refused for good, with {@code refusalReason}. */
    CLOSED
}

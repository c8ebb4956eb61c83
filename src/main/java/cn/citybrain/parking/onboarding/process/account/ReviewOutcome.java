package cn.citybrain.parking.onboarding.process.account;

/** Where an application stands at the channel, as the models' gateways read it. A refusal is an error, not an outcome. */
public enum ReviewOutcome {
    UNDER_REVIEW,
    AWAITING_VISIT,
    VISIT_SCHEDULED,
    SIGNED,
    AWAITING_VERIFICATION,
    AWAITING_SIGNATURE,
    EXPIRED,
    APPROVED
}

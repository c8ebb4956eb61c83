package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Decided;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Exhausted;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Outcome;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Undecided;
import java.time.Duration;
import java.time.Instant;

/** How far a deduction is, and when to ask for it again. */
final class DeductionStanding {

    private static final Duration SOON = Duration.ofSeconds(2);

    private DeductionStanding() {}

    static DeductionStatus of(Deduction deduction, Instant now) {
        return switch (deduction.state()) {
            case SUCCEEDED -> new Decided(Outcome.SUCCEEDED);
            case FAILED -> new Decided(Outcome.FAILED);
            case DISPUTED -> new Decided(Outcome.DISPUTED);
            case PREPARED -> new Undecided(SOON);
            case SENT, UNKNOWN -> deduction.exhausted(now) ? new Exhausted() : new Undecided(wait(deduction, now));
        };
    }

    private static Duration wait(Deduction deduction, Instant now) {
        Instant next = deduction.nextQueryAt().isBefore(deduction.queryUntil())
                ? deduction.nextQueryAt()
                : deduction.queryUntil();
        Duration left = Duration.between(now, next);
        return left.compareTo(SOON) < 0 ? SOON : left;
    }
}

package cn.citybrain.parking.onboarding.process.overdue;

import java.util.Arrays;
import java.util.Optional;

/** What a supervisor can do about an overdue step. */
enum OverdueDecision {
    /** Mails those whom the step waits for. */
    REMIND("remind"),
    /** Gives more time until a date. */
    EXTEND("extend"),
    /** Gives the task to somebody who may do it. */
    HAND_OVER("handOver"),
    /** Withdraws the application, or the lot that the step is about. */
    WITHDRAW("withdraw");

    private final String code;

    OverdueDecision(String code) {
        this.code = code;
    }

    /** Value of the process variable. */
    String code() {
        return code;
    }

    static Optional<OverdueDecision> of(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code.equals(code))
                .findFirst();
    }
}

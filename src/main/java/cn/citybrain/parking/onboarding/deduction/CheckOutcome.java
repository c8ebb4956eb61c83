package cn.citybrain.parking.onboarding.deduction;

import java.util.List;

/** What the check of a record came to. */
public sealed interface CheckOutcome {

    record Passed() implements CheckOutcome {}

    record Failed(List<Finding> findings) implements CheckOutcome {
        public Failed {
            findings = List.copyOf(findings);
        }
    }
}

package cn.citybrain.parking.onboarding.deduction;

import java.time.Instant;
import java.util.List;

/**
 * Why a test of a lot failed.
 *
 * @param billNo the lot's number of the bill
 */
public record Diagnosis(
        long id, long bindingId, long billId, String billNo, Kind kind, List<Finding> findings, Instant at) {

    public enum Kind {
        /** The record did not pass the check. */
        RECORD,
        /** The channel refused the deduction. */
        DEDUCTION
    }

    /** All sentences, one a line, for mails and pages. */
    public String text() {
        return String.join("\n", findings.stream().map(Finding::sentence).toList());
    }
}

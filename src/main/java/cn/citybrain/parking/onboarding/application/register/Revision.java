package cn.citybrain.parking.onboarding.application.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What was submitted at one time. Never changes.
 *
 * @param number from 1
 * @param stage key of the stage that the application stood in
 * @param values typed values in clear text
 * @param papers document ids by field key
 * @param warnings doubts that the reviewer must confirm, by field key
 * @param explanations what the applicant says to them, and to what was given back and is as it was, by field key
 */
public record Revision(
        int number,
        String stage,
        Map<String, String> values,
        Map<String, String> papers,
        Map<String, String> warnings,
        Map<String, String> explanations,
        String submittedBy,
        Instant submittedAt) {

    public Map<String, String> everything() {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(papers);
        return all;
    }

    /** Names no value: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "Revision[" + number + "]";
    }
}

package cn.citybrain.parking.onboarding.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A submitted revision as a whole, for those who judge it later.
 *
 * @param number from 1
 * @param what Chinese name of what was submitted: stages of the form, or 补正
 * @param answers in the form's order
 * @param papers document ids by field key, in the form's order
 * @param doubts by field key
 * @param explanations what the applicant said to them, and to what was given back and came as it was, by field key
 */
public record WholeRevision(
        int number,
        String what,
        String submittedBy,
        Instant submittedAt,
        List<Answer> answers,
        Map<String, String> papers,
        Map<String, String> doubts,
        Map<String, String> explanations) {

    /**
     * @param stage Chinese name of the stage that asks for it
     * @param full as it was entered
     * @param shown with the number of a person, an account or a telephone hidden
     */
    public record Answer(String key, String label, String stage, String full, String shown) {

        public boolean masked() {
            return !full.equals(shown);
        }

        /** Names no value: they must not reach a log by accident. */
        @Override
        public String toString() {
            return "Answer[" + key + "]";
        }
    }

    /** Names no value: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "WholeRevision[" + number + "]";
    }
}

package cn.citybrain.parking.onboarding.application;

import java.util.Map;

/**
 * What is wrong with a draft, by field key, in Chinese.
 *
 * @param fields faults: it cannot be submitted
 * @param warnings doubts: it can be submitted, and the reviewer must confirm each
 * @param returned what was given back and is as it was: it can be submitted with an answer
 */
public record CheckResult(Map<String, String> fields, Map<String, String> warnings, Map<String, String> returned) {

    /** Of what nobody gave back. */
    public CheckResult(Map<String, String> fields, Map<String, String> warnings) {
        this(fields, warnings, Map.of());
    }

    public boolean ok() {
        return fields.isEmpty();
    }
}

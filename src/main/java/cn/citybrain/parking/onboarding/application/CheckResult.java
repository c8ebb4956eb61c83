package cn.citybrain.parking.onboarding.application;

import java.util.Map;

/**
 * What is wrong with a draft, by field key, in Chinese.
 *
 * @param fields faults: it cannot be submitted
 * @param warnings doubts: it can be submitted, and the reviewer must confirm each
 */
public record CheckResult(Map<String, String> fields, Map<String, String> warnings) {

    public boolean ok() {
        return fields.isEmpty();
    }
}

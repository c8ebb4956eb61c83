package cn.citybrain.parking.onboarding.application.profile;

import java.util.Map;

/**
 * What a form gets from the company profile.
 *
 * @param values typed values by field key
 * @param papers ids of stored papers by field key
 * @param left what the profile has and the form does not get: why, by field key, Chinese
 */
public record Copied(Map<String, String> values, Map<String, String> papers, Map<String, String> left) {

    /** Names no value: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "Copied[" + values.keySet() + papers.keySet() + left.keySet() + "]";
    }
}

package cn.citybrain.parking.onboarding.seal;

import java.util.List;

/**
 * What came of a {@link SealCheck}.
 *
 * @param check its Chinese name
 * @param looked how many things it looked at
 * @param findings in the order of the chain where there is one: the first comes first; not all if there are very many
 * @param notes Chinese: what is no fault and should be known
 */
public record CheckResult(String check, long looked, List<Finding> findings, List<String> notes) {

    public CheckResult {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    public boolean sound() {
        return findings.isEmpty();
    }
}

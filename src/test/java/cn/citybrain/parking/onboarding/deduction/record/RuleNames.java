package cn.citybrain.parking.onboarding.deduction.record;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of the record check, for tests elsewhere. */
public final class RuleNames {

    private RuleNames() {}

    public static Set<String> all() {
        return Arrays.stream(RecordRule.values()).map(Enum::name).collect(Collectors.toSet());
    }
}

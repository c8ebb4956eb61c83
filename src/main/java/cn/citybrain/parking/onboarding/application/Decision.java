package cn.citybrain.parking.onboarding.application;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer decides. */
public enum Decision {
    ACCEPT("accept"),
    RETURN("return"),
    REFUSE("refuse");

    private final String code;

    Decision(String code) {
        this.code = code;
    }

    /** The word in JSON and in the process variable {@code reviewDecision}. */
    public String code() {
        return code;
    }

    public static Optional<Decision> of(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }
}

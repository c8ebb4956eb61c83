package cn.citybrain.parking.onboarding.application.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;

/** Holds when each named field has one of the listed values. */
record Condition(@JsonValue Map<String, List<String>> fields) {

    static final Condition ALWAYS = new Condition(Map.of());

    @JsonCreator
    Condition {
        fields = Map.copyOf(fields);
    }
}

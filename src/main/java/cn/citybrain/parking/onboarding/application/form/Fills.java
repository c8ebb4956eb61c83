package cn.citybrain.parking.onboarding.application.form;

import java.util.Map;

/**
 * What choosing a suggestion brings along.
 *
 * @param field key of the field that is filled
 * @param values what goes into it, by suggestion; a suggestion without one fills nothing
 */
record Fills(String field, Map<String, String> values) {

    Fills {
        values = values == null ? Map.of() : Map.copyOf(values);
    }
}

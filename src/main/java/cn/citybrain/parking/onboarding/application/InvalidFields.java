package cn.citybrain.parking.onboarding.application;

import java.util.Map;

/** Fields that are not accepted; messages in Chinese by field key. */
public class InvalidFields extends RuntimeException {

    private final Map<String, String> fields;

    public InvalidFields(String message, Map<String, String> fields) {
        super(message);
        this.fields = Map.copyOf(fields);
    }

    public Map<String, String> fields() {
        return fields;
    }
}

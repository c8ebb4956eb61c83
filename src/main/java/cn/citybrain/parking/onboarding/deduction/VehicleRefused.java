package cn.citybrain.parking.onboarding.deduction;

import java.util.Map;

/** A test vehicle that cannot be registered; the messages are in Chinese, by field. */
public class VehicleRefused extends RuntimeException {

    private final transient Map<String, String> fields;

    public VehicleRefused(Map<String, String> fields) {
        super(String.join("；", fields.values()));
        this.fields = Map.copyOf(fields);
    }

    public Map<String, String> fields() {
        return fields;
    }
}

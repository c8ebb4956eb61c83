package cn.citybrain.parking.onboarding.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** JSON as texts. */
@Component
public final class JsonText {

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;

    JsonText(ObjectMapper json) {
        this.json = json;
    }

    /** What the simulator made itself. */
    public String of(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts of an object, in their order; empty if it is not an object of texts. */
    public Optional<Map<String, String>> fields(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, FIELDS));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

package cn.citybrain.parking.onboarding.board.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** JSON with a line for each field; anything else as it is. */
@Component
class Readable {

    private final ObjectMapper json;

    Readable(ObjectMapper json) {
        this.json = json;
    }

    String text(String body) {
        try {
            return json.readTree(body).toPrettyString();
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}

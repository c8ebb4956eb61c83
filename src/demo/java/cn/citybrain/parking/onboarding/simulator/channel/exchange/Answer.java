package cn.citybrain.parking.onboarding.simulator.channel.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it goes over the wire.
 *
 * @param headers besides Content-Type
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {

    public static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, Map.of());
    }

    Answer type(String newType) {
        return new Answer(status, newType, body, headers);
    }

    public Answer body(String newBody) {
        return new Answer(status, contentType, newBody, headers);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}

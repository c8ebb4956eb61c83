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
        return headers(Map.of(name, value));
    }

    /** With more headers. */
    public Answer headers(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, contentType, body, all);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}

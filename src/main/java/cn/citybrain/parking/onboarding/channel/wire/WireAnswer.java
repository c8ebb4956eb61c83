package cn.citybrain.parking.onboarding.channel.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer as it came in, not yet verified.
 *
 * @param headers with lower-case names
 * @param body raw bytes: signatures are over these
 */
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The header, or an empty text. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Names the status only: bodies must not reach a log by accident. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}

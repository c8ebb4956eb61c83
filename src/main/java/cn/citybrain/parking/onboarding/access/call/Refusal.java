package cn.citybrain.parking.onboarding.access.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** An answer that says no, in the shape of the engine's own errors (Tasklist shows {@code message}). */
public final class Refusal extends RuntimeException {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpStatus status;

    private Refusal(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static Refusal of(HttpStatus status, String message) {
        return new Refusal(status, message);
    }

    static Refusal forbidden(String message) {
        return of(HttpStatus.FORBIDDEN, message);
    }

    static Refusal invalid(String message) {
        return of(HttpStatus.BAD_REQUEST, message);
    }

    static Refusal unknown(String message) {
        return of(HttpStatus.NOT_FOUND, message);
    }

    HttpStatus status() {
        return status;
    }

    public void write(HttpServletResponse response) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", status == HttpStatus.FORBIDDEN ? "AuthorizationException" : "InvalidRequestException");
        body.put("message", getMessage());
        body.put("code", null);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}

package cn.citybrain.parking.onboarding.simulator.channel.exchange;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the platform, whose body can be read as often as one likes.
 *
 * @param request its parameters are those of query and form together, also of a multipart form
 * @param body its text, empty for a multipart form
 */
public record Call(HttpServletRequest request, String body) {

    static Call of(HttpServletRequest request) throws IOException {
        if (multipart(request)) {
            return new Call(request, "");
        }
        BufferedRequest buffered = new BufferedRequest(request);
        return new Call(buffered, buffered.text());
    }

    private static boolean multipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase().startsWith("multipart/");
    }

    public String method() {
        return request.getMethod();
    }

    public String path() {
        return request.getRequestURI();
    }

    /** Path and query as they stood in the request line. */
    public String target() {
        String query = request.getQueryString();
        return path() + (query == null ? "" : "?" + query);
    }

    /** A header, empty if absent. */
    public String header(String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }

    /** A parameter of query or form, empty if absent. */
    public String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** All parameters of query and form, the text parts of a multipart form among them. */
    public Map<String, String[]> parameters() {
        return request.getParameterMap();
    }

    /** The same, each with its first value. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        parameters().forEach((name, values) -> fields.put(name, values[0]));
        return fields;
    }

    /** The text of one part of a multipart form, empty if absent. */
    public String part(String name) {
        try {
            Part part = multipart(request) ? request.getPart(name) : null;
            return part == null ? "" : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | ServletException e) {
            return "";
        }
    }

    /** Everything that a fault's {@code match} is looked for in, decoded. */
    String text() {
        StringBuilder text = new StringBuilder(decoded(target())).append('\n').append(body);
        parameters()
                .forEach((name, values) ->
                        text.append('\n').append(name).append('=').append(String.join(",", values)));
        return text.toString();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

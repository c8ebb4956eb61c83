package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Webapps;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** One call of the webapps' API. */
final class EngineCall {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String method;
    private final String path;
    private final HttpServletRequest request;
    private byte[] content;

    /** @param path what follows {@link Webapps#API}, decoded */
    EngineCall(String method, String path, HttpServletRequest request) {
        this.method = method;
        this.path = path;
        this.request = request;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    HttpServletRequest request() {
        return request;
    }

    boolean reads() {
        return READING.contains(method);
    }

    /** The body, which must be one JSON object; an empty body counts as an empty object. */
    ObjectNode body() {
        try {
            byte[] bytes = content();
            if (bytes.length > LARGEST_BODY) {
                throw Refusal.of(HttpStatus.PAYLOAD_TOO_LARGE, "提交的内容过大。");
            }
            JsonNode body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Refusal.invalid("提交的内容不是有效的 JSON。");
        }
        throw Refusal.invalid("提交的内容必须是一个 JSON 对象。");
    }

    /** Kept: what a request brings can be read only once. */
    private byte[] content() throws IOException {
        if (content == null) {
            content = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        }
        return content;
    }

    /** The same request with another body: what was checked is what the engine gets. */
    HttpServletRequest with(ObjectNode body) {
        try {
            return new RewrittenRequest(request, JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

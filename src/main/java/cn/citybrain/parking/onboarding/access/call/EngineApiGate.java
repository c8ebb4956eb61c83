package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Conflicts;
import cn.citybrain.parking.onboarding.access.Webapps;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands before everything the webapps' API offers. The engine's authorizations say who may touch what; they don't say
 * <em>what a step lets people submit</em>, and they leave calls open that nobody here needs. So: any call is refused unless
 * {@link CallRules} names it; who works for all companies may read what the engine lets them.
 */
public final class EngineApiGate extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A step's own sentence to the person, inside of what the engine says around it. */
    private static final Pattern STEP =
            Pattern.compile("Exception while invoking (?:Task|Execution)Listener: ([^']*\\p{IsHan}[^']*)");

    private final CallRules rules;
    private final CurrentUser user;

    public EngineApiGate(CallRules rules, CurrentUser user) {
        this.rules = rules;
        this.user = user;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !path(request).startsWith(Webapps.API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EngineCall call = new EngineCall(request.getMethod(), asked(request), request);
        try {
            HttpServletRequest admitted = rules.admit(call, user.current());
            if (call.reads()) {
                chain.doFilter(admitted, response);
            } else {
                change(call, admitted, response, chain);
            }
        } catch (Refusal refusal) {
            refusal.write(response);
        }
    }

    /** What failed because of what others did meanwhile is refused for that reason, in place of the engine's words. */
    private void change(EngineCall call, HttpServletRequest admitted, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(admitted, answer);
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value() && !answer.isCommitted()) {
            rules.admit(call, user.current());
            JsonNode error = error(answer);
            if (Conflicts.isConflict(error.path("code").asInt())) {
                throw Refusal.of(HttpStatus.CONFLICT, "同一时间另有更新，这一步没有办成，内容没有丢。请再试一次。");
            }
            Matcher step = STEP.matcher(error.path("message").asText());
            if (step.find()) {
                throw Refusal.of(HttpStatus.CONFLICT, step.group(1));
            }
        }
        answer.copyBodyToResponse();
    }

    private static JsonNode error(ContentCachingResponseWrapper answer) throws IOException {
        String type = answer.getContentType();
        return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.valueOf(type))
                ? JSON.readTree(answer.getContentAsByteArray())
                : MissingNode.getInstance();
    }

    /** As the rules write it: the engine takes a slash behind an address for nothing. */
    private static String asked(HttpServletRequest request) {
        return path(request).substring(Webapps.API.length()).replaceFirst("/+$", "");
    }

    /** Decoded by the container; the firewall in front refuses encoded slashes, dots and double slashes. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}

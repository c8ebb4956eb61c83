package cn.citybrain.parking.onboarding.simulator.wechatpay;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Around every call of the protocol: checks who signed it, lets planned faults happen, signs the answer. */
@Component
class SignedExchange extends OncePerRequestFilter {

    private final Authorization authorization;
    private final Faults faults;
    private final Answers answers;
    private final ObjectMapper json;

    SignedExchange(Authorization authorization, Faults faults, Answers answers, ObjectMapper json) {
        this.authorization = authorization;
        this.faults = faults;
        this.answers = answers;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v3/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Operation> operation = Operation.of(request.getMethod(), request.getRequestURI());
        boolean upload = operation.filter(Operation.UPLOAD::equals).isPresent();
        BufferedRequest buffered = upload ? null : new BufferedRequest(request);
        String body = upload ? meta(request) : buffered.text();
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            authorization.check(request.getMethod(), target(request), body, request.getHeader("Authorization"));
        } catch (ApiError error) {
            write(answer, error);
            answers.signed(answer, response);
            return;
        }
        String text = URLDecoder.decode(target(request), StandardCharsets.UTF_8) + "\n" + body;
        Optional<Fault> fault = operation.flatMap(known -> faults.take(known, Fault.Phase.WIRE, text));
        if (fault.isEmpty() || Answers.works(fault.get())) {
            chain.doFilter(upload ? request : buffered, answer);
        }
        answers.give(fault, answer, response);
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String meta(HttpServletRequest request) throws IOException, ServletException {
        Part meta = request.getPart("meta");
        return meta == null ? "" : new String(meta.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void write(ContentCachingResponseWrapper answer, ApiError error) throws IOException {
        answer.setStatus(error.status());
        answer.setContentType("application/json");
        answer.getOutputStream().write(json.writeValueAsBytes(error.body()));
    }
}

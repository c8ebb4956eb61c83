package cn.citybrain.parking.onboarding.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything the webapps' API offers. The engine's authorizations say who may touch what; they don't say
 * <em>what a step lets people submit</em>, and they leave calls open that nobody here needs. So: reading is the engine's
 * business, any other call is refused unless {@link CallRules} names it.
 */
final class EngineApiGate extends OncePerRequestFilter {

    private static final String API = "/camunda/api/";
    private final CallRules rules;
    private final CurrentUser user;

    EngineApiGate(CallRules rules, CurrentUser user) {
        this.rules = rules;
        this.user = user;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !path(request).startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            EngineCall call = new EngineCall(request.getMethod(), path(request).substring(API.length()), request);
            chain.doFilter(rules.admit(call, user.current()), response);
        } catch (Refusal refusal) {
            refusal.write(response);
        }
    }

    /** Decoded by the container; the firewall in front refuses encoded slashes, dots and double slashes. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}

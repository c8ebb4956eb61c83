package cn.citybrain.parking.onboarding.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that two readers might understand differently: double slashes, dots as steps, parameters, separators
 * in disguise, and a NUL in what is searched for, which PostgreSQL does not take. Spring Security's firewall refuses them as well, but by then the webapps' servlets have stumbled over some,
 * and anybody could fill the log with their stack traces.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TidyPaths extends OncePerRequestFilter {

    private static final Pattern UNTIDY =
            Pattern.compile("//|/\\.{1,2}(/|$)|;|\\\\|%(2e|2f|5c|3b|25|00)", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (UNTIDY.matcher(request.getRequestURI()).find() || (query != null && query.contains("%00"))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}

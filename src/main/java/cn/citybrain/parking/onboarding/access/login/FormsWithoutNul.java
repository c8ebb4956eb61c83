package cn.citybrain.parking.onboarding.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a NUL in what strangers type: nobody has one on the keyboard, PostgreSQL takes none, and the answer would differ by
 * database. After the filter that says how characters are encoded, and for people's forms alone: what channels send is read
 * as it came.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class FormsWithoutNul extends OncePerRequestFilter {

    private final RequestMatcher forms = Paths.any("/login", "/account/**");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (forms.matches(request) && holdsNul(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean holdsNul(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(typed -> typed.getKey().indexOf('\0') >= 0
                        || Arrays.stream(typed.getValue()).anyMatch(value -> value.indexOf('\0') >= 0));
    }
}

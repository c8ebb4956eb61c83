package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.door.ToldHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser, also the one that is refused before anything has looked at it, and the machines'. The
 * engine's web applications put a policy of their own in the place of ours (application.yaml).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AnswerHeaders extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ToldHeaders.set(request, response);
        chain.doFilter(request, response);
    }
}

package cn.citybrain.parking.onboarding.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whatever stumbles over a request whose body did not arrive is no fault of ours, and nobody may fill the log with it. The door
 * answers it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnarrivedRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnarrivedRequests.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!PacedBody.isGivenUp(request)) {
                throw e;
            }
            LOG.debug("a request did not arrive", e);
        }
    }
}

package cn.citybrain.parking.onboarding.simulator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends those who ask the platform for {@code /demo/…} to the simulator, on the host by which they know the platform. */
final class DeskRedirect extends OncePerRequestFilter {

    private final URI simulator;

    DeskRedirect(URI simulator) {
        this.simulator = simulator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String host = "localhost".equals(simulator.getHost()) ? request.getServerName() : simulator.getHost();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect("http://" + host + ":" + simulator.getPort() + request.getRequestURI() + query);
    }
}

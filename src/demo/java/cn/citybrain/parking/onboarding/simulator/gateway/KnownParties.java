package cn.citybrain.parking.onboarding.simulator.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The contract's addresses of a party that nobody knows are no addresses: HTTP 404, as for any other unknown path. */
@Component
class KnownParties extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("/sim/([^/]+)/v1(/.*)?");

    private final Parties parties;

    KnownParties(Parties parties) {
        this.parties = parties;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        return !address.matches() || parties.find(address.group(1)).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}

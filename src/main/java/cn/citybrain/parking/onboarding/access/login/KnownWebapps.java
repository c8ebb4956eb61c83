package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Webapps;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says of a web application that there is not that there is none: the engine's filter looks for its start page and stumbles,
 * with a stack trace, over what it does not find.
 */
@Component
@Order(KnownWebapps.BEHIND_THE_LOGIN)
final class KnownWebapps extends OncePerRequestFilter {

    /** Strangers are sent there, whatever they ask for. */
    static final int BEHIND_THE_LOGIN = 0;

    private static final Pattern UNKNOWN =
            Pattern.compile(Webapps.PATH + "/app/(?!(admin|cockpit|tasklist|welcome)(/|$)).+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (UNKNOWN.matcher(request.getServletPath()).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}

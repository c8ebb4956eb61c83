package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Webapps;
import cn.citybrain.parking.onboarding.access.oidc.RemoteLogout;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logging out in a webapp (after its own CSRF check) ends the one session that everything shares. */
final class WebappLogout extends OncePerRequestFilter {

    private final RequestMatcher logout = PathPatternRequestMatcher.withDefaults()
            .matcher(org.springframework.http.HttpMethod.POST, Webapps.API + "admin/auth/user/{engine}/logout");

    private final RemoteLogout remote;

    WebappLogout(RemoteLogout remote) {
        this.remote = remote;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (logout.matches(request)) {
            // the answer may be on its way afterwards; the token was looked at before
            remote.leaving(request, response);
        }
        chain.doFilter(request, response);
        if (logout.matches(request) && response.getStatus() < 300) {
            new SecurityContextLogoutHandler()
                    .logout(
                            request,
                            response,
                            SecurityContextHolder.getContext().getAuthentication());
        }
    }
}

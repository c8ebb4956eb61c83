package cn.citybrain.parking.onboarding.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request with the watchers' token be a watcher's, for this request alone. */
final class WatcherLogin extends OncePerRequestFilter {

    private final WatcherToken token;

    WatcherLogin(WatcherToken token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (token.isSentBy(request)) {
            SecurityContext watcher = SecurityContextHolder.createEmptyContext();
            watcher.setAuthentication(
                    new PreAuthenticatedAuthenticationToken("watcher", "", AuthorityUtils.NO_AUTHORITIES));
            SecurityContextHolder.setContext(watcher);
        }
        chain.doFilter(request, response);
    }
}

package cn.citybrain.parking.onboarding.access.recovery;

import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads whoever has no role or no company from every page to the one that says what to do. Calls of scripts are answered as
 * ever: they show nothing that is not theirs.
 */
public final class NothingToDo extends OncePerRequestFilter {

    /** One's own account and the help are everybody's. */
    private static final Pattern EVERYBODYS = Pattern.compile(
            "/(account|help|login|logout|error|api|onboarding|assets)(/.*)?|/camunda/(api|lib|assets)/.*");

    private final CurrentUser user;

    public NothingToDo(CurrentUser user) {
        this.user = user;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPage(request) && lacks()) {
            response.sendRedirect(Lacking.PAGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && !EVERYBODYS.matcher(request.getRequestURI()).matches();
    }

    /** An account that is gone or disabled is told so by whatever comes next. */
    private boolean lacks() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            return false;
        }
        try {
            return Lacking.of(user.current()).isPresent();
        } catch (AuthenticationException e) {
            return false;
        }
    }
}

package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Webapps;
import cn.citybrain.parking.onboarding.access.call.Refusal;
import cn.citybrain.parking.onboarding.access.session.LoginMark;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Stands before the webapps' own protection against forged calls, which ends the whole session for a token that is missing
 * or old. Here it costs the call; and a page of before the login gets the new token with the next thing it asks.
 */
final class WebappToken extends OncePerRequestFilter {

    /** Names of Camunda's {@code CsrfPreventionFilter}. */
    private static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";

    private static final String COOKIE = "XSRF-TOKEN";
    private static final String HEADER = "X-XSRF-TOKEN";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RequestMatcher webapps = Paths.any(Webapps.API + "**", Webapps.PATH + "/app/**");

    /** With the login, so that no two calls make one each. */
    static void make(HttpSession session) {
        session.setAttribute(ATTRIBUTE, UUID.randomUUID().toString());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = webapps.matches(request) ? request.getSession(false) : null;
        if (session == null || LoginMark.person(session).isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String token = token(session);
        tell(token, request, response);
        if (READING.contains(request.getMethod()) || token.equals(request.getHeader(HEADER))) {
            chain.doFilter(request, response);
        } else {
            Refusal.of(HttpStatus.FORBIDDEN, LoginOutcome.STALE_TOKEN).write(response);
        }
    }

    private static String token(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) == null) {
            make(session);
        }
        return (String) session.getAttribute(ATTRIBUTE);
    }

    private static void tell(String token, HttpServletRequest request, HttpServletResponse response) {
        Cookie known = WebUtils.getCookie(request, COOKIE);
        if (known == null || !token.equals(known.getValue())) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
                    .path(Webapps.PATH)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }
}

package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Webapps;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * After login a person lands on the page they asked for, never on a call that a script made. The browser remembers it: a
 * stranger costs no row.
 */
@Component
class RememberedPage implements RequestCache {

    private static final String COOKIE = "ONBOARDING-PAGE";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int LONGEST = 1000;

    private final RequestMatcher pages = new AndRequestMatcher(
            request -> String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"),
            request -> request.getMethod().equals("GET"),
            new NegatedRequestMatcher(Paths.any("/api/**", Webapps.API + "**", "/error", "/", "/login")));

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (pages.matches(request) && page.length() <= LONGEST) {
            tell(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8)),
                    KEPT,
                    request,
                    response);
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return page(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Pages are asked for anew: nothing of the first call is needed. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            tell("", Duration.ZERO, request, response);
        }
    }

    /** Only a page of ours, whoever wrote the cookie. */
    private static Optional<String> page(HttpServletRequest request) {
        try {
            return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                    .map(Cookie::getValue)
                    .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                    .filter(page -> page.matches("/[A-Za-z0-9].*"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void tell(String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

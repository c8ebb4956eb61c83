package cn.citybrain.parking.onboarding.access.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Whoever mistyped a password need not type their name again: the browser brings it back once, and no address names it. */
final class TypedName {

    private static final String COOKIE = "ONBOARDING-NAME";
    private static final String FIELD = "username";
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int LONGEST = 64;

    private TypedName() {}

    /** With a login that was refused. */
    static void keep(HttpServletRequest request, HttpServletResponse response) {
        String name =
                Optional.ofNullable(request.getParameter(FIELD)).orElse("").strip();
        if (!name.isEmpty() && name.length() <= LONGEST) {
            tell(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8)),
                    KEPT,
                    request,
                    response);
        }
    }

    /** With the next login page; empty where nothing was refused just now. */
    static String take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return "";
        }
        tell("", Duration.ZERO, request, response);
        try {
            return new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void tell(String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/login")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

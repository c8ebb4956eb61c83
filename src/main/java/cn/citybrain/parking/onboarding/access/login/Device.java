package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.throttle.Client;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What tells a browser that somebody logged in with from others at the same address. It opens nothing: it only keeps others'
 * wrong passwords from counting here.
 */
public final class Device {

    private static final String COOKIE = "ONBOARDING-DEVICE";
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration KEPT = Duration.ofDays(400);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Device() {}

    /** Where a request comes from. A browser without the cookie gets one with its first login. */
    public static Client client(HttpServletRequest request) {
        String device = (String) request.getAttribute(COOKIE);
        if (device == null) {
            Cookie cookie = WebUtils.getCookie(request, COOKIE);
            device = cookie != null && OURS.matcher(cookie.getValue()).matches() ? cookie.getValue() : made();
            request.setAttribute(COOKIE, device);
        }
        return new Client(request.getRemoteAddr(), device);
    }

    /** After a login. */
    static void keep(HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, client(request).device())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String made() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

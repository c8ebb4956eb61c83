package cn.citybrain.parking.onboarding.access.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Who leaves here leaves the token server too (RP-initiated logout). The way there leads over the login page, whichever page
 * or web application they left from; the browser carries the token that far.
 */
@Component
public class RemoteLogout {

    private static final String ATTRIBUTE = "oidc.token";
    private static final String COOKIE = "ONBOARDING-LEAVING";
    private static final String PATH = "/login";
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Longer cookies are not kept by browsers. The token server then asks the person. */
    private static final int LONGEST = 3500;

    private final TokenServer server;

    RemoteLogout(TokenServer server) {
        this.server = server;
    }

    /** With the login. */
    public static void remember(HttpSession session, Authentication login) {
        if (login.getPrincipal() instanceof OidcUser user) {
            session.setAttribute(ATTRIBUTE, user.getIdToken().getTokenValue());
        }
    }

    /** Before the session ends. */
    public void leaving(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        String token = session == null ? null : (String) session.getAttribute(ATTRIBUTE);
        if (token != null) {
            tell(token.length() <= LONGEST ? token : "-", KEPT, request, response);
        }
    }

    /** Where the token server says goodbye, for who comes to the login page on their way out; once. */
    public Optional<URI> next(HttpServletRequest request, HttpServletResponse response) {
        Cookie token = WebUtils.getCookie(request, COOKIE);
        if (token == null) {
            return Optional.empty();
        }
        tell("", Duration.ZERO, request, response);
        return Optional.ofNullable(server.find(TokenServer.REGISTRATION))
                .flatMap(registration -> goodbye(registration, token.getValue()));
    }

    private static Optional<URI> goodbye(ClientRegistration registration, String token) {
        Object there =
                registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        String back = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(PATH)
                .build()
                .toUriString();
        return Optional.ofNullable(there).map(address -> UriComponentsBuilder.fromUriString(address.toString())
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .queryParam("id_token_hint", "{token}")
                .encode()
                .buildAndExpand(registration.getClientId(), back + "?reason=logout", token)
                .toUri());
    }

    private static void tell(String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

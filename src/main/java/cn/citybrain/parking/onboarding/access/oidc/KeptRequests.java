package cn.citybrain.parking.onboarding.access.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/** What is needed again when a person comes back from the token server, kept as text: it may be another node, or a newer one. */
final class KeptRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String ATTRIBUTE = "oidc.request";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param attributes registration, nonce and PKCE's verifier */
    record Kept(
            String at,
            String client,
            String redirect,
            String state,
            Set<String> scopes,
            Map<String, String> attributes) {}

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        Map<String, String> attributes = new TreeMap<>();
        begun.getAttributes().forEach((name, value) -> attributes.put(name, String.valueOf(value)));
        Kept kept = new Kept(
                begun.getAuthorizationUri(),
                begun.getClientId(),
                begun.getRedirectUri(),
                begun.getState(),
                begun.getScopes(),
                attributes);
        request.getSession().setAttribute(ATTRIBUTE, written(kept));
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object written = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (written == null) {
            return null;
        }
        Kept kept = read((String) written);
        return kept.state().equals(request.getParameter(OAuth2ParameterNames.STATE)) ? begun(kept) : null;
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        if (begun != null) {
            request.getSession().removeAttribute(ATTRIBUTE);
        }
        return begun;
    }

    private static OAuth2AuthorizationRequest begun(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.at())
                .clientId(kept.client())
                .redirectUri(kept.redirect())
                .state(kept.state())
                .scopes(kept.scopes())
                .attributes(all -> all.putAll(kept.attributes()))
                .build();
    }

    private static String written(Kept kept) {
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Kept read(String written) {
        try {
            return JSON.readValue(written, Kept.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept of a login at the token server cannot be read", e);
        }
    }
}

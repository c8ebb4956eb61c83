package cn.citybrain.parking.onboarding.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** The way to the token server and back: authorization code, always with PKCE. Without a token server nothing leads there. */
@Component
public class OidcLogin {

    private final TokenServer server;
    private final ObjectProvider<OidcPeople> people;

    /** @param people lazily: security is built before the engine and the database are */
    OidcLogin(TokenServer server, ObjectProvider<OidcPeople> people) {
        this.server = server;
        this.people = people;
    }

    /** Checks what the token server says of somebody. */
    public AuthenticationProvider provider() {
        return new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                request -> people.getObject().of(request));
    }

    public OAuth2LoginConfigurer<HttpSecurity> on(OAuth2LoginConfigurer<HttpSecurity> login) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(
                server::find, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return login.loginPage("/login")
                .clientRegistrationRepository(server::find)
                .authorizedClientRepository(new Nothing())
                .authorizationEndpoint(there -> there.authorizationRequestResolver(new WhileThere(server, requests))
                        .authorizationRequestRepository(new KeptRequests()));
    }

    /** Without a token server, or while it cannot be reached, the address is one like any other. */
    private record WhileThere(TokenServer server, OAuth2AuthorizationRequestResolver requests)
            implements OAuth2AuthorizationRequestResolver {

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return resolve(request, TokenServer.REGISTRATION);
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
            boolean begins = request.getRequestURI().equals(TokenServer.START);
            return begins && server.find(registrationId) != null ? requests.resolve(request) : null;
        }
    }

    /** Nothing is called at the token server on a person's behalf: their access token is not kept. */
    private static final class Nothing implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registrationId, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }

        @Override
        public void removeAuthorizedClient(
                String registrationId,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }
    }
}

package cn.citybrain.parking.onboarding.access.oidc;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** The token server as it describes itself. Asked when the first person wants to go there: without it the product starts. */
@Component
public class TokenServer {

    /** In the addresses that the token server has to know. */
    static final String REGISTRATION = "oidc";

    /** Where the button leads. */
    public static final String START = "/oauth2/authorization/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(TokenServer.class);
    private final Environment environment;
    private volatile Known known;

    TokenServer(Environment environment) {
        this.environment = environment;
    }

    private record Known(OidcSettings settings, ClientRegistration registration) {}

    public Optional<OidcSettings> settings() {
        return OidcSettings.of(environment);
    }

    /** Null without a token server, and while it cannot be reached; as Spring Security wants it. */
    ClientRegistration find(String registrationId) {
        return REGISTRATION.equals(registrationId)
                ? settings().map(this::registration).orElse(null)
                : null;
    }

    private ClientRegistration registration(OidcSettings settings) {
        Known now = known;
        if (now != null && now.settings().equals(settings)) {
            return now.registration();
        }
        try {
            ClientRegistration registration = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .clientName(settings.name())
                    .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                    .userNameAttributeName("sub")
                    .build();
            known = new Known(settings, registration);
            return registration;
        } catch (RuntimeException e) {
            LOG.warn("the token server {} cannot be reached", settings.issuer(), e);
            return null;
        }
    }
}

package cn.citybrain.parking.onboarding.access.oidc;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Why somebody who comes from the token server does not get in. */
public enum OidcRefusal {
    /** The account here is disabled. */
    DISABLED("disabled"),
    /** The id is none that this product takes, or belongs to an account that was made here. */
    ID("oidc-id"),
    /** The token server cannot be reached. */
    AWAY("oidc-away"),
    /** Anything else: cancelled there, a token that does not hold, a page of yesterday. */
    FAILED("oidc");

    private final String code;

    OidcRefusal(String code) {
        this.code = code;
    }

    /** As the login page's address has it. */
    public String code() {
        return code;
    }

    /** Empty for a failure that has nothing to do with the token server. */
    public static Optional<OidcRefusal> of(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException refused
                ? Arrays.stream(values())
                        .filter(one -> one.code.equals(refused.getError().getErrorCode()))
                        .findFirst()
                        .or(() -> Optional.of(FAILED))
                : Optional.empty();
    }
}

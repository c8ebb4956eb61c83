package cn.citybrain.parking.onboarding.access.oidc;

import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountProblem;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.access.account.ExternalAccounts;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes or aligns the account of who comes from the token server; from then on they are its person. */
@Component
class OidcPeople {

    private static final Logger LOG = LoggerFactory.getLogger(OidcPeople.class);
    private final OidcUserService tokens = new OidcUserService();
    private final TokenServer server;
    private final ClaimMapping mapping;
    private final ExternalAccounts accounts;

    OidcPeople(TokenServer server, ClaimMapping mapping, ExternalAccounts accounts) {
        this.server = server;
        this.mapping = mapping;
        this.accounts = accounts;
    }

    /** @throws OAuth2AuthenticationException with one of {@link OidcRefusal}'s codes */
    OidcUser of(OidcUserRequest request) {
        OidcUser user = tokens.loadUser(request);
        OidcSettings settings = server.settings().orElseThrow(() -> refused(OidcRefusal.FAILED, "no token server"));
        Claims claims = new Claims(user.getClaims());
        try {
            Account account = accounts.align(
                    user.getIssuer() + " " + user.getSubject(),
                    mapping.person(claims, settings),
                    claims.isTrue("email_verified"));
            if (account.state() == AccountState.DISABLED) {
                throw refused(OidcRefusal.DISABLED, "the account is disabled");
            }
            long generation = accounts.generation(account)
                    .orElseThrow(() -> refused(OidcRefusal.FAILED, "the account was changed at the same moment"));
            return named(account.userId(), generation, user);
        } catch (AccountProblem.Invalid invalid) {
            LOG.warn("who came from the token server gets no account: {}", invalid.getMessage());
            throw refused(
                    invalid.fields().containsKey("userId") ? OidcRefusal.ID : OidcRefusal.FAILED, invalid.getMessage());
        } catch (DuplicateKeyException twice) {
            throw refused(OidcRefusal.FAILED, "the same person came twice at the same moment");
        } catch (AccountProblem problem) {
            throw refused(OidcRefusal.FAILED, problem.getMessage());
        }
    }

    private static OAuth2AuthenticationException refused(OidcRefusal refusal, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(refusal.code()), why);
    }

    /** Called by the id that the person has here. */
    private static OidcUser named(String userId, long generation, OidcUser user) {
        OidcIdToken token = user.getIdToken();
        Map<String, Object> claims = new HashMap<>(token.getClaims());
        claims.put("onboarding_user", userId);
        return new OidcPerson(
                new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), claims),
                "onboarding_user",
                generation);
    }
}

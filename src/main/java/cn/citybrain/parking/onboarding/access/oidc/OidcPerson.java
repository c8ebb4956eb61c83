package cn.citybrain.parking.onboarding.access.oidc;

import cn.citybrain.parking.onboarding.access.people.Proven;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Who came from the token server, called by the id that they have here. */
final class OidcPerson extends DefaultOidcUser implements Proven {

    private static final long serialVersionUID = 1;

    private final long generation;

    OidcPerson(OidcIdToken token, String nameClaim, long generation) {
        super(List.of(), token, nameClaim);
        this.generation = generation;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof OidcPerson person && person.generation == generation;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}

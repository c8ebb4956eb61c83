package cn.citybrain.parking.onboarding.access.people;

import org.springframework.security.core.AuthenticatedPrincipal;

/** Who logged in with a password, or is in a session. */
public record KnownPerson(String userId, long generation) implements AuthenticatedPrincipal, Proven {

    @Override
    public String getName() {
        return userId;
    }
}

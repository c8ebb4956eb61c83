package cn.citybrain.parking.onboarding.access.people;

import cn.citybrain.parking.onboarding.access.Actor;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person behind the request that is being answered. */
@NamedInterface("services")
@Component
public class CurrentUser {

    private final People people;

    CurrentUser(People people) {
        this.people = people;
    }

    /**
     * Roles and tenants are read anew each time: a withdrawn right ends at once, not with the session.
     *
     * @throws org.springframework.security.core.AuthenticationException outside of a logged-in person's request, and when
     *     the account was deleted or its sessions were ended since: the caller lets it pass, and the answer is 401
     */
    public Actor current() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            throw new AuthenticationCredentialsNotFoundException("nobody is logged in");
        }
        return people.find(login)
                .orElseThrow(() ->
                        new AuthenticationCredentialsNotFoundException("the account is gone: " + login.getName()));
    }
}

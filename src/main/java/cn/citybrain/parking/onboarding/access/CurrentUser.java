package cn.citybrain.parking.onboarding.access;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person behind the request that is being answered. */
@Component
public class CurrentUser {

    private final People people;

    CurrentUser(People people) {
        this.people = people;
    }

    /**
     * Roles and tenants are read anew each time: a withdrawn right ends at once, not with the session.
     *
     * @throws IllegalStateException outside of a logged-in person's request
     */
    public Actor current() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            throw new IllegalStateException("nobody is logged in");
        }
        return people.find(login.getName())
                .orElseThrow(() -> new IllegalStateException("the account is gone: " + login.getName()));
    }
}

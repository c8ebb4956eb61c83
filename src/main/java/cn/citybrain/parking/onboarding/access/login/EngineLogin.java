package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.engine.Passwords;
import cn.citybrain.parking.onboarding.access.people.KnownPerson;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.access.throttle.Client;
import cn.citybrain.parking.onboarding.access.throttle.LoginThrottle;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.List;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Checks passwords. An id that nobody has is answered like a wrong password, and costs the same. */
@Component
class EngineLogin implements AuthenticationProvider {

    private final Passwords passwords;
    private final People people;
    private final LoginThrottle throttle;
    private final ApplicationAvailability availability;

    EngineLogin(Passwords passwords, People people, LoginThrottle throttle, ApplicationAvailability availability) {
        this.passwords = passwords;
        this.people = people;
        this.throttle = throttle;
        this.availability = availability;
    }

    /** @param attempt with a {@link Client} as its details */
    @Override
    public Authentication authenticate(Authentication attempt) {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            throw new NotReady();
        }
        String userId = Typed.code(attempt.getName());
        LoginThrottle.Attempt counted = throttle.begin(userId, (Client) attempt.getDetails());
        long generation = people.generation(userId);
        String password = String.valueOf(attempt.getCredentials());
        if (!people.unrestricted(() -> passwords.match(userId, password))) {
            counted.failed();
            throw new BadCredentialsException("wrong user or password");
        }
        counted.succeeded();
        // only who knows the password is told
        if (people.find(userId).isEmpty()) {
            throw new DisabledException("the account is disabled");
        }
        return UsernamePasswordAuthenticationToken.authenticated(new KnownPerson(userId, generation), null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** The server listens, but people and rights may not be there yet: no password is wrong now. */
    static final class NotReady extends AuthenticationException {

        NotReady() {
            super("the application is still starting");
        }
    }
}

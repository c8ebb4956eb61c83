package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.engine.LoginThrottle;
import cn.citybrain.parking.onboarding.access.people.People;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Checks passwords through the engine, so that its throttle (3 s, doubling to 60 s) and its lock (10 failures) count. */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final People people;
    private final LoginThrottle throttle;
    private final ApplicationAvailability availability;
    private final Clock clock;

    EngineLogin(
            IdentityService identity,
            People people,
            LoginThrottle throttle,
            ApplicationAvailability availability,
            Clock clock) {
        this.identity = identity;
        this.people = people;
        this.throttle = throttle;
        this.availability = availability;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            throw new NotReady();
        }
        String userId = attempt.getName().strip();
        String password = String.valueOf(attempt.getCredentials());
        refuseWhileLocked(userId);
        if (!people.unrestricted(() -> identity.checkPassword(userId, password))) {
            throw new BadCredentialsException("wrong user or password");
        }
        // only who knows the password is told
        if (people.find(userId).isEmpty()) {
            throw new DisabledException("the account is disabled");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
    }

    /** Saying so costs an attacker's guess about which accounts exist, and saves the real person a call. */
    private void refuseWhileLocked(String userId) {
        people.unrestricted(() -> throttle.of(userId)).ifPresent(this::refuse);
    }

    private void refuse(LoginThrottle.Standing standing) {
        if (standing.locked()) {
            throw new LockedException("locked after " + standing.failures() + " failures");
        }
        if (standing.until() != null && standing.until().isAfter(clock.instant())) {
            throw new TryLater(Duration.between(clock.instant(), standing.until()));
        }
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

    /** Too soon after a failure. */
    static final class TryLater extends AuthenticationException {

        private final Duration wait;

        TryLater(Duration wait) {
            super("too soon after a failure");
            this.wait = wait;
        }

        /** Rounded up, at least 1. */
        long seconds() {
            return Math.max(1, wait.plusMillis(999).toSeconds());
        }
    }
}

package cn.citybrain.parking.onboarding.access.throttle;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody looked at the password: there were too many wrong ones. Said in the same way of ids that nobody has. */
public final class TooSoon extends AuthenticationException {

    private final transient Duration pause;

    TooSoon(Duration pause) {
        super("too soon after a failure");
        this.pause = pause;
    }

    /** Until it is worth trying; rounded up, at least 1. */
    public long seconds() {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}

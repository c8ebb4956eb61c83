package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.throttle.LoginThrottle;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Accounts that are closed to some browser or address because of wrong passwords. */
@NamedInterface("services")
@Component
public class AccountLocks {

    private final LoginThrottle throttle;

    AccountLocks(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    /** Whether login is refused somewhere now, right password or not. */
    public boolean isLocked(String userId) {
        return throttle.isClosedToSomebody(userId);
    }

    void forget(String userId) {
        throttle.forget(userId);
    }
}

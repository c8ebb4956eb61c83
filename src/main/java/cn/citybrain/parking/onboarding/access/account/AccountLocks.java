package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.throttle.LoginThrottle;
import org.springframework.stereotype.Component;

/** Wrong passwords that make an account wait. */
@Component
class AccountLocks {

    private final LoginThrottle throttle;

    AccountLocks(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    void forget(String userId) {
        throttle.forget(userId);
    }
}

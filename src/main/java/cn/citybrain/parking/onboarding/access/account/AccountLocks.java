package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.people.EngineUsers;
import cn.citybrain.parking.onboarding.access.throttle.LoginThrottle;
import org.springframework.stereotype.Component;

/** Wrong passwords that make an account wait, ours and those that the engine has counted. */
@Component
class AccountLocks {

    private final LoginThrottle throttle;
    private final EngineUsers engine;

    AccountLocks(LoginThrottle throttle, EngineUsers engine) {
        this.throttle = throttle;
        this.engine = engine;
    }

    void forget(String userId) {
        throttle.forget(userId);
        engine.unlock(userId);
    }
}

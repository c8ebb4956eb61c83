package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.engine.LoginThrottle;
import cn.citybrain.parking.onboarding.access.people.EngineUsers;
import cn.citybrain.parking.onboarding.access.people.People;
import java.time.Clock;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Accounts that wait because of wrong passwords. */
@NamedInterface("services")
@Component
public class AccountLocks {

    private final LoginThrottle throttle;
    private final EngineUsers engine;
    private final People people;
    private final Clock clock;

    AccountLocks(LoginThrottle throttle, EngineUsers engine, People people, Clock clock) {
        this.throttle = throttle;
        this.engine = engine;
        this.people = people;
        this.clock = clock;
    }

    /** Whether login is refused now, right password or not. */
    public boolean isLocked(String userId) {
        return people.unrestricted(() -> throttle.of(userId))
                .filter(standing -> standing.locked()
                        || standing.until() != null && standing.until().isAfter(clock.instant()))
                .isPresent();
    }

    void forget(String userId) {
        engine.unlock(userId);
    }
}

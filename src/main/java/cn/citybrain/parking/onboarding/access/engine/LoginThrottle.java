package cn.citybrain.parking.onboarding.access.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** How the engine slows down whoever guesses passwords: a pause after each failure, a lock after many. */
@Component
public class LoginThrottle {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    LoginThrottle(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    /**
     * @param failures wrong passwords since the last right one
     * @param locked until an administrator unlocks
     * @param until null where nothing has to be waited for
     */
    public record Standing(int failures, boolean locked, Instant until) {}

    /** Empty for somebody who has no account. Asks with the rights of the caller. */
    public Optional<Standing> of(String userId) {
        return Optional.ofNullable(
                        (UserEntity) identity.createUserQuery().userId(userId).singleResult())
                .map(this::standing);
    }

    private Standing standing(UserEntity user) {
        Date until = user.getLockExpirationTime();
        return new Standing(
                user.getAttempts(),
                user.getAttempts() >= engine.getLoginMaxAttempts(),
                until == null ? null : until.toInstant());
    }
}

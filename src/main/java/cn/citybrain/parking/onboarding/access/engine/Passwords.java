package cn.citybrain.parking.onboarding.access.engine;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Looks whether a password is somebody's, and counts nothing: the engine would lock the account, so that any stranger could,
 * and would write for ids that exist alone. For an id that nobody has it does the same work.
 */
@Component
public class Passwords {

    private static final String NOBODYS = "nobody's";

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private volatile String hashOfNobody;

    Passwords(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    /** Asks with the rights of the caller. */
    public boolean match(String userId, String password) {
        UserEntity user = (UserEntity) identity.createUserQuery().userId(userId).singleResult();
        String salt = Optional.ofNullable(user).map(UserEntity::getSalt).orElse(NOBODYS);
        String hash = Optional.ofNullable(user).map(UserEntity::getPassword).orElseGet(this::hashOfNobody);
        boolean right = engine.getPasswordManager().check(EncryptionUtil.saltPassword(password, salt), hash);
        return right && user != null;
    }

    private String hashOfNobody() {
        if (hashOfNobody == null) {
            hashOfNobody = engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(NOBODYS, NOBODYS));
        }
        return hashOfNobody;
    }
}

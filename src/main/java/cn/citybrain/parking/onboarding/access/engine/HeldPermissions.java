package cn.citybrain.parking.onboarding.access.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/** What the engine's API does not tell of an authorization. */
public final class HeldPermissions {

    private HeldPermissions() {}

    /** Whether it grants these and nothing else. */
    public static boolean exactly(Authorization held, Permission... permissions) {
        int wanted = Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
        return ((AuthorizationEntity) held).getPermissions() == wanted;
    }
}

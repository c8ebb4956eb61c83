package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;

/**
 * The engine's question whose data may be seen. For the operating company and the auditors the answer is everybody's, and
 * the engine need not be told thousands of tenants with every query to come to it. Everybody else is bound to their tenants
 * as ever; the permissions of roles are another matter and hold for all.
 */
public final class SharedTenants extends TenantManager {

    @Override
    public boolean isTenantCheckEnabled() {
        return super.isTenantCheckEnabled() && !seesEverything(getCurrentAuthentication());
    }

    private static boolean seesEverything(Authentication person) {
        List<String> groups = person.getGroupIds();
        return groups != null && groups.stream().anyMatch(Role::seesEverything);
    }

    /** Puts it in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TenantManager.class;
        }

        @Override
        public Session openSession() {
            return new SharedTenants();
        }
    }
}

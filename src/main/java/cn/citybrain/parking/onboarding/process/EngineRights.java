package cn.citybrain.parking.onboarding.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Calls the engine with the application's own rights, after our own check of who may what. */
@Component
public class EngineRights {

    private final IdentityService identity;

    EngineRights(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T own(Supplier<T> call) {
        var login = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            if (login != null) {
                identity.setAuthentication(login);
            }
        }
    }
}

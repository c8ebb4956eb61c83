package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.ApplicationOwners;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.password.PasswordPolicy;
import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Our rules inside the engine: tenants from applications and who is bound to them, grants to vendors only, guarded queries, people's calls repeated, no scripts. */
@Component
class EngineHardening extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ApplicationOwners> owners;
    private final PasswordPolicy passwords;

    /** Resolved late: applications ask access who is asking, and access asks the engine. */
    EngineHardening(ObjectProvider<ApplicationOwners> owners, PasswordPolicy passwords) {
        this.owners = owners;
        this.passwords = passwords;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAdminGroups(new ArrayList<>(List.of(Role.ADMIN.group())));
        engine.setTenantIdProvider(new TenantOfApplication(owners));
        engine.setResourceAuthorizationProvider(new VendorTaskGrants());
        engine.setPasswordPolicy(new EnginePasswordRules(passwords));
        engine.setFilterService(new GuardedFilters());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setHistoryRemovalTimeProvider(new HistoriesStay());
        engine.setCustomSessionFactories(List.of(new SharedTenants.Factory()));
        List<CommandInterceptor> before = new ArrayList<>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            before.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        before.add(new RepeatedCalls(engine));
        before.add(new GuardedQueries(engine));
        engine.setCustomPreCommandInterceptorsTxRequired(before);
    }

    /** A script is code that somebody could deploy: there is no engine for any language. */
    private static final class NoScripts implements ScriptEngineResolver {

        private final ScriptEngineManager none = new ScriptEngineManager(new ClassLoader(null) {});

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // the engine offers its own; nobody here uses them
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return none;
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    }
}

package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.ApplicationOwners;
import cn.citybrain.parking.onboarding.access.call.StepSubmissions;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives a process to the parking company whose application it works on. Never to the user's company: a callback has no
 * user, a vendor serves several. A process started by another one inherits, and one about no application is nobody's.
 */
public final class TenantOfApplication implements TenantIdProvider {

    /** What the clock begins for the operating company itself; no person can. */
    private static final Set<String> ABOUT_NO_APPLICATION = Set.of("holidays");

    private final ObjectProvider<ApplicationOwners> owners;

    TenantOfApplication(ObjectProvider<ApplicationOwners> owners) {
        this.owners = owners;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        var user = Context.getCommandContext().getAuthentication();
        if (user == null
                && ABOUT_NO_APPLICATION.contains(context.getProcessDefinition().getKey())) {
            return null;
        }
        Object number = context.getVariables().get(StepSubmissions.APPLICATION);
        if (!(number instanceof String applicationNo) || applicationNo.isBlank()) {
            throw new BadUserRequestException("发起流程时必须带有申请编号。");
        }
        String tenant = owners.getObject().tenantOf(applicationNo).orElseThrow(() -> unknown(applicationNo));
        if (user != null && (user.getTenantIds() == null || !user.getTenantIds().contains(tenant))) {
            throw unknown(applicationNo);
        }
        return tenant;
    }

    /** Somebody else's application does not exist for the one who asks. */
    private static BadUserRequestException unknown(String applicationNo) {
        return new BadUserRequestException("没有申请 " + applicationNo + "。");
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}

package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.Conflicts;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats what a person asks of the engine when something else changed the process at the same moment. Workers and jobs
 * come again by themselves, and what is part of a larger transaction can only be repeated as a whole.
 */
final class RepeatedCalls extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;

    RepeatedCalls(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        return asksByItself() ? Conflicts.repeat(() -> next.execute(command)) : next.execute(command);
    }

    private boolean asksByItself() {
        return engine.getIdentityService().getCurrentAuthentication() != null
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }
}

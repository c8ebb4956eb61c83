package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.OneCommand;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Calls within a command of the engine share its cache and its flush. */
@Component
class EngineCommand implements OneCommand {

    private final ProcessEngineConfigurationImpl engine;

    EngineCommand(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public void run(Runnable calls) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            calls.run();
            return null;
        });
    }
}

package cn.citybrain.parking.onboarding.process;

import org.camunda.bpm.engine.ProcessEngineException;

/** A step cannot be done like this. The message says in Chinese why, and what to do. */
public class StepRefused extends ProcessEngineException {

    public StepRefused(String message) {
        super(message);
    }
}

package cn.citybrain.parking.onboarding.process.answer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A step is left that waited for a channel's word: answered, interrupted or deleted. Nobody is asked any more. */
@Component("waitEnded")
class WaitEnded implements ExecutionListener {

    private final AwaitedAnswers waits;

    WaitEnded(AwaitedAnswers waits) {
        this.waits = waits;
    }

    @Override
    public void notify(DelegateExecution step) {
        waits.end(step.getId());
    }
}

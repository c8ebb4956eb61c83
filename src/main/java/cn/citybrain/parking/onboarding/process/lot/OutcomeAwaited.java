package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.work.ClarificationOpened;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Messages are not buffered: an outcome that came while 核实扣款结果 was opening is looked for once it is open. */
@Component("outcomeAwaited")
class OutcomeAwaited implements ExecutionListener {

    private final ApplicationEventPublisher events;

    OutcomeAwaited(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateExecution execution) {
        events.publishEvent(new ClarificationOpened(Variables.BINDING_ID.get(execution)));
    }
}

package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.work.GateWaits;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Messages are not buffered: a record that came earlier is looked for when the gate arrives at its wait. */
@Component("recordAwaited")
class RecordAwaited implements ExecutionListener {

    private final ApplicationEventPublisher events;

    RecordAwaited(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateExecution execution) {
        events.publishEvent(new GateWaits(Variables.BINDING_ID.get(execution)));
    }
}

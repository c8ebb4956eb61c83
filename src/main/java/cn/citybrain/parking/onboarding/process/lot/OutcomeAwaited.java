package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.work.ClarificationOpened;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 核实扣款结果 opens: from now on, and no earlier, it is said to be the supervisors'. Messages are not buffered: an outcome that
 * came meanwhile is looked for once the task is open.
 */
@Component("outcomeAwaited")
class OutcomeAwaited implements ExecutionListener {

    private final Deductions deductions;
    private final ApplicationEventPublisher events;

    OutcomeAwaited(Deductions deductions, ApplicationEventPublisher events) {
        this.deductions = deductions;
        this.events = events;
    }

    @Override
    public void notify(DelegateExecution execution) {
        deductions.withSupervisor(Variables.BILL_ID.get(execution));
        events.publishEvent(new ClarificationOpened(Variables.BINDING_ID.get(execution)));
    }
}

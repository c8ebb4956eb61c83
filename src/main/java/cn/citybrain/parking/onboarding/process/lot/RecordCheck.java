package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.CheckOutcome;
import cn.citybrain.parking.onboarding.deduction.record.RecordChecks;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 核对实车记录. */
@Component("recordCheck")
class RecordCheck implements JavaDelegate {

    private final RecordChecks checks;

    RecordCheck(RecordChecks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution step) {
        CheckOutcome outcome = checks.check(Variables.BINDING_ID.get(step), Variables.BILL_ID.get(step));
        Variables.CHECK_PASSED.set(step, outcome instanceof CheckOutcome.Passed);
    }
}

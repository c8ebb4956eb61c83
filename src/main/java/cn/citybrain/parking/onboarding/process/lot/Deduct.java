package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Carries the test deduction of a bill on until its outcome is known, or nobody knows and a person is needed. */
@Component
class Deduct implements TopicHandler {

    private final Deductions deductions;

    Deduct(Deductions deductions) {
        this.deductions = deductions;
    }

    @Override
    public String topic() {
        return "deduct";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        long bindingId = Variables.BINDING_ID.get(task.getVariables());
        DeductionStatus status = deductions.advance(bindingId, Variables.BILL_ID.get(task.getVariables()));
        if (status instanceof DeductionStatus.Undecided undecided) {
            return Answer.later(undecided.askAgainIn());
        }
        return outcome(
                status instanceof DeductionStatus.Decided decided
                        ? decided.outcome().name()
                        : "UNKNOWN");
    }

    private static Answer outcome(String name) {
        return new Answer.Done(Map.of(Variables.DEDUCTION_OUTCOME.name(), name), () -> {});
    }
}

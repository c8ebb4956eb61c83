package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/**
 * Sends the test deduction of a bill, or, where it may have been sent, asks for it first. An outcome that nobody knows yet is
 * awaited by the next step; in instances of the versions before there is none, and this one stays until it is known or a
 * person is needed.
 */
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
        long billId = Variables.BILL_ID.get(task.getVariables());
        DeductionStatus status = deductions.advance(Variables.BINDING_ID.get(task.getVariables()), billId);
        if (!(status instanceof DeductionStatus.Undecided undecided)) {
            return done(DeductionQuestion.outcome(status));
        }
        return AwaitedNext.by(task) && deductions.sent(billId)
                ? done(Map.of(Variables.DEDUCTION_OUTCOME.name(), "PENDING"))
                : Answer.later(undecided.askAgainIn());
    }

    private static Answer done(Map<String, Object> outcome) {
        return new Answer.Done(outcome, () -> {});
    }
}

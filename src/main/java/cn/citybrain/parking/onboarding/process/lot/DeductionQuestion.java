package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.Asked;
import cn.citybrain.parking.onboarding.process.answer.Question;
import cn.citybrain.parking.onboarding.process.answer.Word;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What became of a deduction: a query, which charges nothing. What the channel never saw goes back to the act, the only one
 * that sends. When to ask again is the deduction's own schedule.
 */
@Component
class DeductionQuestion implements Question {

    private final Deductions deductions;

    DeductionQuestion(Deductions deductions) {
        this.deductions = deductions;
    }

    @Override
    public String name() {
        return "deduction";
    }

    @Override
    public Word ask(Asked about) {
        DeductionStatus status = deductions.ask(about.bindingId(), about.billId());
        return status instanceof DeductionStatus.Undecided undecided
                ? new Word.Undecided(null, undecided.askAgainIn(), () -> {})
                : new Word.Decided(outcome(status), () -> {});
    }

    /** What settled it may have been a callback. */
    @Override
    public Optional<Word> known(Asked about) {
        return deductions.settled(about.billId()) ? Optional.of(ask(about)) : Optional.empty();
    }

    @Override
    public boolean toldByCallbacks() {
        return true;
    }

    /** @param status anything but undecided */
    static Map<String, Object> outcome(DeductionStatus status) {
        String name = "UNKNOWN";
        if (status instanceof DeductionStatus.Decided decided) {
            name = decided.outcome().name();
        } else if (status instanceof DeductionStatus.ToBeSent) {
            name = "NOT_SEEN";
        }
        return Map.of(Variables.DEDUCTION_OUTCOME.name(), name);
    }
}

package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 渠道正式接入: believes the deduction's row, which only the channel's own answer can have written, and nothing else. */
@Component("goLive")
class GoLive implements JavaDelegate {

    private final Deductions deductions;
    private final LiveLots liveLots;

    GoLive(Deductions deductions, LiveLots liveLots) {
        this.deductions = deductions;
        this.liveLots = liveLots;
    }

    @Override
    public void execute(DelegateExecution step) {
        long bindingId = Variables.BINDING_ID.get(step);
        long billId = Variables.BILL_ID.get(step);
        deductions
                .latest(bindingId)
                .filter(deduction -> deduction.billId() == billId && deduction.state() == DeductionState.SUCCEEDED)
                .orElseThrow(() -> new IllegalStateException("no confirmed deduction of bill " + billId));
        liveLots.live(bindingId);
    }
}

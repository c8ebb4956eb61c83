package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * A gate begins, for the binding that its caller names: one of the frozen list, or a lot that was added (增加停车场). Nobody
 * starts it by hand.
 */
@Component("gateStarted")
class GateStarted implements ExecutionListener {

    private final LotBindings bindings;

    GateStarted(LotBindings bindings) {
        this.bindings = bindings;
    }

    @Override
    public void notify(DelegateExecution execution) {
        begin(execution, bindings.byId(Variables.BINDING_ID.get(execution)).orElseThrow());
    }

    /** What a process about a lot goes by. */
    static void begin(DelegateExecution execution, LotBinding lot) {
        Variables.BINDING_ID.set(execution, lot.id());
        Variables.LOT_CODE.set(execution, lot.lotCode());
        Variables.CHANNEL.set(execution, lot.channel());
        execution.setProcessBusinessKey(lot.applicationNo() + "-" + lot.lotCode());
    }
}

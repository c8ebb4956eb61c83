package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** 增加停车场: a lot joins an account that is open already. */
@Component("lotAdded")
class LotAdded implements ExecutionListener {

    private final ChosenLots lots;
    private final LotBindings bindings;

    LotAdded(ChosenLots lots, LotBindings bindings) {
        this.lots = lots;
        this.bindings = bindings;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String no = Variables.APPLICATION_NO.get(execution);
        String lotCode = Variables.LOT_CODE.find(execution);
        if (lotCode == null || lotCode.isBlank()) {
            throw new StepRefused("请选择要增加的停车场");
        }
        lots.obstacle(no, lotCode).ifPresent(why -> {
            throw new StepRefused(why);
        });
        lots.requirePlace(no, lotCode);
        GateStarted.begin(execution, bindings.add(no, lotCode));
    }
}

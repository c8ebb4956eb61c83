package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** 处理渠道拒绝的停车场 begins: with the channel's words, unless the operating company has sent it back. */
@Component("lotRefused")
class LotRefused implements ExecutionListener {

    private final LotRefusals refusals;

    LotRefused(LotRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        refusals.refused(
                Variables.BINDING_ID.get(execution),
                Variables.CHANNEL.get(execution),
                Variables.LOT_REFUSAL.get(execution));
    }
}

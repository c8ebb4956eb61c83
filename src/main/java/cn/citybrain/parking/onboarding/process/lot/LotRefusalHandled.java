package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 处理渠道拒绝注册: giving up is a withdrawal with the channel's words as its reason. */
@Component("lotRefusalHandled")
class LotRefusalHandled implements TaskListener {

    private final LotBindings bindings;
    private final Deciders deciders;

    LotRefusalHandled(LotBindings bindings, Deciders deciders) {
        this.bindings = bindings;
        this.deciders = deciders;
    }

    @Override
    public void notify(DelegateTask task) {
        if ("giveUp".equals(Variables.LOT_REFUSED_DECISION.get(task))) {
            bindings.giveUpRefused(
                    Variables.BINDING_ID.get(task), deciders.of(task), "渠道拒绝注册：" + Variables.LOT_REFUSAL.get(task));
        }
    }
}

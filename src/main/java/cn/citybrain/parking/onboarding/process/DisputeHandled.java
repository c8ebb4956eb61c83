package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.merchant.LotBindings;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 处理有争议的扣款: giving the lot up is a withdrawal. */
@Component("disputeHandled")
class DisputeHandled implements TaskListener {

    private final LotBindings bindings;
    private final Deciders deciders;

    DisputeHandled(LotBindings bindings, Deciders deciders) {
        this.bindings = bindings;
        this.deciders = deciders;
    }

    @Override
    public void notify(DelegateTask task) {
        if ("giveUp".equals(Variables.DISPUTED_DECISION.get(task))) {
            bindings.requestWithdrawal(Variables.BINDING_ID.get(task), deciders.of(task), "渠道回执与账单不一致，运营公司主管决定放弃");
        }
    }
}

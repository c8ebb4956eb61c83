package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.refund.Disputes;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 处理有争议的扣款: whatever is decided, the money goes back first. Giving the lot up is a withdrawal. */
@Component("disputeHandled")
class DisputeHandled implements TaskListener {

    private final Disputes disputes;
    private final LotBindings bindings;
    private final Deciders deciders;

    DisputeHandled(Disputes disputes, LotBindings bindings, Deciders deciders) {
        this.disputes = disputes;
        this.bindings = bindings;
        this.deciders = deciders;
    }

    @Override
    public void notify(DelegateTask task) {
        long billId = Variables.BILL_ID.get(task);
        disputes.obstacle(billId).ifPresent(why -> {
            throw new StepRefused(why + "。渠道确认退款以后，才能重新测试或放弃");
        });
        boolean givenUp = "giveUp".equals(Variables.DISPUTED_DECISION.get(task));
        disputes.close(billId, deciders.of(task), givenUp ? "放弃这个停车场" : "重新测试");
        if (givenUp) {
            bindings.requestWithdrawal(Variables.BINDING_ID.get(task), deciders.of(task), "渠道回执与账单不一致，运营公司主管决定放弃");
        }
    }
}

package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * 核实扣款结果: wait longer or abandon this test; there is no third way. What was decided meanwhile
 * needs no longer wait: the next step finds it.
 */
@Component("deductionClarified")
class DeductionClarified implements TaskListener {

    private final Deductions deductions;
    private final Deciders deciders;

    DeductionClarified(Deductions deductions, Deciders deciders) {
        this.deductions = deductions;
        this.deciders = deciders;
    }

    @Override
    public void notify(DelegateTask task) {
        long bindingId = Variables.BINDING_ID.get(task);
        if ("wait".equals(Variables.CLARIFY_DECISION.get(task))) {
            if (deductions.underWay(bindingId)) {
                deductions.waitLonger(bindingId, deciders.of(task));
            }
        } else if (deductions.settled(Variables.BILL_ID.get(task))) {
            throw new StepRefused("渠道刚刚给出了这笔扣款的结果，不能再放弃。请刷新页面：任务会自动结束，按渠道的结果继续；如果任务还在，请选择“继续等待”");
        } else {
            deductions.abandon(bindingId, deciders.of(task), "与渠道核实后仍没有确定的结果，主管放弃本次测试");
        }
    }
}

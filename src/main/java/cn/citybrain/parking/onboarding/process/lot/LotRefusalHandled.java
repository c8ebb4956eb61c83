package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * 与渠道处理拒绝注册: a reviewer submits the lot again, has the operator correct something, or gives up. In versions of the model
 * before 2 every refusal comes here (处理渠道拒绝注册), and nothing goes to the operator.
 */
@Component("lotRefusalHandled")
class LotRefusalHandled implements TaskListener {

    private final RefusalDecisions decisions;

    LotRefusalHandled(RefusalDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (Variables.LOT_REFUSED_DECISION.get(task)) {
            case "resubmit" -> decisions.resubmit(task, Role.OPS_REVIEWER);
            case "return" -> decisions.handOver(task, Kind.RETURNED, Role.OPS_REVIEWER, "请先写明请车场方更正什么");
            default -> decisions.giveUp(task, Role.OPS_REVIEWER);
        }
    }
}

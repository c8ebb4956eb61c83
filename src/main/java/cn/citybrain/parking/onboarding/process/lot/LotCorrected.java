package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 处理渠道拒绝的停车场: the operator submits the corrected lot again, asks the operating company, or gives up. */
@Component("lotCorrected")
class LotCorrected implements TaskListener {

    private final ChosenLots lots;
    private final RefusalDecisions decisions;

    LotCorrected(ChosenLots lots, RefusalDecisions decisions) {
        this.lots = lots;
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (Variables.CORRECT_LOT_DECISION.get(task)) {
            case "resubmit" -> {
                lots.requirePlace(Variables.APPLICATION_NO.get(task), Variables.LOT_CODE.get(task));
                decisions.resubmit(task, Role.LOT_OPERATOR);
            }
            case "ask" -> decisions.handOver(task, Kind.ASKED, Role.LOT_OPERATOR, "请先写明请运营公司处理什么、您已经做了什么");
            default -> decisions.giveUp(task, Role.LOT_OPERATOR);
        }
    }
}

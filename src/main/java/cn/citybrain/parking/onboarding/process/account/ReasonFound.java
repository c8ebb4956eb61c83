package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 核实渠道拒绝原因: nobody is sent back or refused for good without a reason. */
@Component("reasonFound")
class ReasonFound implements TaskListener {

    private final ReviewersWord word;

    ReasonFound(ReviewersWord word) {
        this.word = word;
    }

    @Override
    public void notify(DelegateTask task) {
        if ("correct".equals(Variables.FIND_REASON_DECISION.get(task))) {
            word.correct(task);
        } else {
            word.close(task);
        }
    }
}

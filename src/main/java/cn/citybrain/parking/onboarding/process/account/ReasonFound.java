package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 核实渠道拒绝原因: nobody is sent back or refused for good without a reason. */
@Component("reasonFound")
class ReasonFound implements TaskListener {

    private final Applications applications;
    private final ChannelRefusals refusals;

    ReasonFound(Applications applications, ChannelRefusals refusals) {
        this.applications = applications;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        Application application = applications.byNo(Variables.APPLICATION_NO.get(task));
        boolean correct = "correct".equals(Variables.FIND_REASON_DECISION.get(task));
        if (correct && applications.openFields(application.no()).isEmpty()) {
            throw new StepRefused("请先登记需要补正的项目和原因");
        }
        if (application.channelStateText() == null
                || application.channelStateText().isBlank()) {
            throw new StepRefused("请先登记渠道拒绝的原因");
        }
        if (correct) {
            refusals.tell(task.getId(), application.no(), List.of(application.channelStateText()));
        } else {
            Variables.REFUSAL_REASON.set(task.getExecution(), Reasons.safe(application.channelStateText()));
            applications.channelClosed(application.no(), application.channelStateText());
        }
    }
}

package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 补正: the corrected application was submitted before the task is completed. */
@Component("correctionSubmitted")
class CorrectionSubmitted implements TaskListener {

    private final Applications applications;

    CorrectionSubmitted(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void notify(DelegateTask task) {
        if (applications.byNo(Variables.APPLICATION_NO.get(task)).state() != ApplicationState.SUBMITTED) {
            throw new StepRefused("补正后的申请还没有提交，请先在表单中改好并提交");
        }
    }
}

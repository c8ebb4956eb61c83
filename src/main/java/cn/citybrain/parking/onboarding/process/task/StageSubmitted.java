package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The stage that the task is about, or its correction, was submitted before the task is completed. */
@Component("stageSubmitted")
class StageSubmitted implements TaskListener {

    private final Applications applications;

    StageSubmitted(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void notify(DelegateTask task) {
        Application application = applications.byNo(Variables.APPLICATION_NO.get(task));
        boolean submitted = application.state() == ApplicationState.SUBMITTED
                && application.stages().contains(TaskSubmission.of(task).stage().orElseThrow());
        if (!submitted) {
            throw new StepRefused("“" + task.getName() + "”还没有提交，请先在表单中填好并提交");
        }
    }
}

package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task in which a stage of the application is filled in (property {@code stage}): its fields are open from now on. */
@Component("stageOpened")
class StageOpened implements TaskListener {

    private final Applications applications;

    StageOpened(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void notify(DelegateTask task) {
        applications.openStage(
                Variables.APPLICATION_NO.get(task),
                TaskSubmission.of(task).stage().orElseThrow());
    }
}

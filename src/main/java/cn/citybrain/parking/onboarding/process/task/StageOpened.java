package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** A task in which a stage of the application is filled in (property {@code stage}): its fields are open from now on. */
@Component("stageOpened")
class StageOpened implements TaskListener {

    private final ApplicationStages stages;

    StageOpened(ApplicationStages stages) {
        this.stages = stages;
    }

    @Override
    public void notify(DelegateTask task) {
        stages.open(
                Variables.APPLICATION_NO.get(task),
                TaskSubmission.of(task).stage().orElseThrow(),
                stagesOfThisModel(task));
    }

    /** A model of a version before has the form and its papers filled in by one task. */
    private static Set<String> stagesOfThisModel(DelegateTask task) {
        return task.getBpmnModelInstance().getModelElementsByType(UserTask.class).stream()
                .filter(step -> step.getExtensionElements() != null)
                .flatMap(step -> Optional.ofNullable(StepProperties.of(step).get("stage")).stream())
                .collect(Collectors.toSet());
    }
}

package cn.citybrain.parking.onboarding.process.answer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** A step begins to wait for a channel's word: from now on the channel is asked for it. */
@Component("answerAwaited")
class AnswerAwaited implements ExecutionListener {

    private final WaitingSteps steps;
    private final AwaitedAnswers waits;

    AnswerAwaited(WaitingSteps steps, AwaitedAnswers waits) {
        this.steps = steps;
        this.waits = waits;
    }

    @Override
    public void notify(DelegateExecution step) {
        steps.begin(
                        step.getId(),
                        step.getProcessInstanceId(),
                        step.getProcessDefinitionId(),
                        step.getCurrentActivityId(),
                        WaitingSteps.Step.of((FlowNode) step.getBpmnModelElementInstance()),
                        step::getVariable)
                .ifPresent(waits::begin);
    }
}

package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** Puts into words what a timer at a step's border has waited for. */
@Component
public class WaitNames {

    private final LotBindings bindings;

    WaitNames(LotBindings bindings) {
        this.bindings = bindings;
    }

    /** Name of the waiting step whose timer led here. */
    String before(DelegateExecution step) {
        return of(step).map(FlowElement::getName).orElse(step.getCurrentActivityName());
    }

    /** The waiting step whose timer led here; empty where none did. */
    public static Optional<Activity> of(DelegateExecution step) {
        return ((FlowNode) step.getBpmnModelElementInstance())
                .getPreviousNodes().list().stream()
                        .filter(BoundaryEvent.class::isInstance)
                        .map(event -> ((BoundaryEvent) event).getAttachedTo())
                        .findFirst();
    }

    /** Empty where it is about no single lot. */
    Optional<LotBinding> lot(DelegateExecution step) {
        return Optional.ofNullable(Variables.BINDING_ID.find(step)).flatMap(bindings::byId);
    }
}

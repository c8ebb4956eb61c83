package cn.citybrain.parking.onboarding.process.task;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.modulith.NamedInterface;

/** The {@code camunda:property} values of a step, by name. */
@NamedInterface("services")
public final class StepProperties {

    private StepProperties() {}

    public static Map<String, String> of(BaseElement step) {
        if (step.getExtensionElements() == null) {
            return Map.of();
        }
        return step.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, StepProperties::value));
    }

    /** The model's API gives null for an empty value. */
    private static String value(CamundaProperty property) {
        return Objects.requireNonNullElse(property.getCamundaValue(), "");
    }
}

package cn.citybrain.parking.onboarding.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What the properties of a user task say.
 *
 * @param decisions what people decide here: name of the variable, allowed values ({@code submits})
 * @param mail template of the mail when it opens ({@code mail}); empty when another mail tells of it
 */
record TaskSubmission(Map<String, List<String>> decisions, String mail) {

    static TaskSubmission of(DelegateTask task) {
        Map<String, String> properties = properties(task.getBpmnModelElementInstance());
        return new TaskSubmission(
                decisions(properties.getOrDefault("submits", "")), properties.getOrDefault("mail", "task-waiting"));
    }

    /** The {@code camunda:property} elements of a step, by name. */
    static Map<String, String> properties(BaseElement step) {
        return step.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, TaskSubmission::value));
    }

    /** The model's API gives null for an empty value. */
    private static String value(CamundaProperty property) {
        return Objects.requireNonNullElse(property.getCamundaValue(), "");
    }

    private static Map<String, List<String>> decisions(String submits) {
        return Arrays.stream(submits.split(","))
                .filter(entry -> entry.contains("="))
                .map(entry -> entry.strip().split("=", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> List.of(entry[1].split("\\|"))));
    }
}

package cn.citybrain.parking.onboarding.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What a user task's {@code submits} property lets people decide: name of the variable, allowed values. */
record TaskSubmission(Map<String, List<String>> decisions) {

    static TaskSubmission of(DelegateTask task) {
        var extensions = task.getBpmnModelElementInstance().getExtensionElements();
        return parse(extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "submits".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(""));
    }

    static TaskSubmission parse(String submits) {
        return new TaskSubmission(Arrays.stream(submits.split(","))
                .filter(entry -> entry.contains("="))
                .map(entry -> entry.strip().split("=", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> List.of(entry[1].split("\\|")))));
    }
}

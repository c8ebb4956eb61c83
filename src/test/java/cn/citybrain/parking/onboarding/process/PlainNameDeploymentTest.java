package cn.citybrain.parking.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnboardingTest
class PlainNameDeploymentTest {

    private static final String DEPLOYED = "embedded:deployment:";

    @Autowired
    RepositoryService repository;

    @Test
    void everyFormOfAModelIsDeployedWithItUnderThatName() {
        for (var definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            var deployed = repository.getDeploymentResourceNames(definition.getDeploymentId());
            assertThat(deployed).contains(definition.getKey() + ".bpmn");
            assertThat(deployed).containsAll(forms(definition));
        }
    }

    private List<String> forms(ProcessDefinition definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        return Stream.concat(
                        model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormKey),
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormKey))
                .filter(key -> key != null && key.startsWith(DEPLOYED))
                .map(key -> key.substring(DEPLOYED.length()))
                .toList();
    }
}

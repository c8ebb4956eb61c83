package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.nio.file.Files;
import java.nio.file.Path;
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
        // other tests may have deployed models of their own
        var models = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> Files.exists(Path.of("bpmn", definition.getKey() + ".bpmn")))
                .toList();
        assertThat(models).hasSizeGreaterThanOrEqualTo(2);
        for (var definition : models) {
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

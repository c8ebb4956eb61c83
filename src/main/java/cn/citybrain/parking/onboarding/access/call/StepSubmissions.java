package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.people.People;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** Holds what somebody submits against what the step in the deployed model declares. */
@Component
public class StepSubmissions {

    /** The variable that says which application a process works on. */
    public static final String APPLICATION = "applicationNo";

    private final RepositoryService repository;
    private final TaskService tasks;
    private final People people;

    StepSubmissions(RepositoryService repository, TaskService tasks, People people) {
        this.repository = repository;
        this.tasks = tasks;
        this.people = people;
    }

    /** The checked variables of a completion, rewritten so that nothing else rides along. */
    ObjectNode ofTask(Task task, ObjectNode body) {
        FlowNode step = model(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
        ObjectNode variables = Declaration.of(step).check(body);
        requireSameApplication(task, variables);
        return variables;
    }

    /** The checked variables of a start. */
    ObjectNode ofStart(ProcessDefinition definition, ObjectNode body) {
        Process process = model(definition.getId()).getModelElementById(definition.getKey());
        StartEvent start = process.getChildElementsByType(StartEvent.class).stream()
                .filter(event -> event.getEventDefinitions().isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("此流程不能手工发起。"));
        return Declaration.of(start).check(body);
    }

    private void requireSameApplication(Task task, ObjectNode variables) {
        JsonNode submitted = variables.path(APPLICATION).path("value");
        if (submitted.isMissingNode()) {
            return;
        }
        Object running = people.unrestricted(() -> tasks.getVariable(task.getId(), APPLICATION));
        if (running != null && !running.equals(submitted.asText())) {
            throw Refusal.forbidden("任务属于申请 " + running + "，不能改为其他申请编号。");
        }
    }

    private BpmnModelInstance model(String definitionId) {
        return people.unrestricted(() -> repository.getBpmnModelInstance(definitionId));
    }
}

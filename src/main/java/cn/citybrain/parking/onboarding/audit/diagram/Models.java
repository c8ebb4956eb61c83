package cn.citybrain.parking.onboarding.audit.diagram;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** The models as they were deployed, each version. */
@Component("deployedModels")
public class Models {

    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param definitionId the engine's id of this version @param xml BPMN 2.0, with the diagram */
    public record Model(String definitionId, String key, String name, int version, String xml) {}

    /** @throws NotOnRecord if there is no such version */
    public Model of(String definitionId) {
        return found(definition(definitionId), "没有流程模型 %s，或者它的版本已经删除".formatted(definitionId));
    }

    /** @param version null for the newest @throws NotOnRecord if there is no such version */
    public Model of(String key, Integer version) {
        return found(
                definition(key, version),
                "没有流程 %s%s，请从流程列表重新选择".formatted(key, version == null ? "" : " 的版本 " + version));
    }

    /** The engine counts from 1 and takes another number for a fault of its caller. */
    private Optional<ProcessDefinition> definition(String key, Integer version) {
        ProcessDefinitionQuery asked = repository.createProcessDefinitionQuery().processDefinitionKey(key);
        if (version == null) {
            return Optional.ofNullable(asked.latestVersion().singleResult());
        }
        return version < 1
                ? Optional.empty()
                : Optional.ofNullable(asked.processDefinitionVersion(version).singleResult());
    }

    /** None of a version that is not there any more. */
    ModelFlows flows(String definitionId) {
        return definition(definitionId).isEmpty()
                ? ModelFlows.NONE
                : read(repository.getBpmnModelInstance(definitionId));
    }

    private Optional<ProcessDefinition> definition(String id) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult());
    }

    private Model found(Optional<ProcessDefinition> definition, String otherwise) {
        return definition
                .map(there -> new Model(there.getId(), there.getKey(), there.getName(), there.getVersion(), xml(there)))
                .orElseThrow(() -> new NotOnRecord(otherwise));
    }

    private String xml(ProcessDefinition definition) {
        try (InputStream in = repository.getProcessModel(definition.getId())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelFlows read(BpmnModelInstance model) {
        List<ModelFlows.Line> lines = model.getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> new ModelFlows.Line(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .toList();
        Set<String> choosing = model.getModelElementsByType(Gateway.class).stream()
                .filter(gateway -> gateway instanceof ExclusiveGateway || gateway instanceof EventBasedGateway)
                .map(Gateway::getId)
                .collect(Collectors.toSet());
        return new ModelFlows(lines, choosing);
    }
}

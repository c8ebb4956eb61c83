package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.IncidentRaised;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Optional;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** What is stopped by an incident: the step as people know it, and the application and the lot that it is about. */
@Component
class StoppedSteps {

    /** What is done for several lots at once has it in the engine; no model knows it. */
    private static final String FRAME = "#" + ActivityTypes.MULTI_INSTANCE_BODY;

    private static final String NAMELESS = "流程中的一步";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Applications applications;
    private final LotBindings bindings;
    private final EngineRights rights;

    StoppedSteps(
            RepositoryService repository,
            RuntimeService runtime,
            Applications applications,
            LotBindings bindings,
            EngineRights rights) {
        this.repository = repository;
        this.runtime = runtime;
        this.applications = applications;
        this.bindings = bindings;
        this.rights = rights;
    }

    String name(IncidentRaised incident) {
        if (incident.definitionId() == null || incident.activityId() == null) {
            return NAMELESS;
        }
        return rights.own(() -> repository
                                .getBpmnModelInstance(incident.definitionId())
                                .getModelElementById(incident.activityId().replace(FRAME, "")))
                        instanceof FlowNode node
                ? Optional.ofNullable(node.getName()).orElse(NAMELESS)
                : NAMELESS;
    }

    /** Empty where its process is about none. */
    Optional<String> applicationNo(IncidentRaised incident) {
        return value(incident, Variables.APPLICATION_NO)
                .flatMap(applications::find)
                .map(Application::no);
    }

    /** Empty where its process is about an application as a whole, or about none. */
    Optional<LotBinding> lot(IncidentRaised incident) {
        return value(incident, Variables.BINDING_ID).flatMap(bindings::byId);
    }

    /** Of the instance alone: what its lots' branches hold is theirs. */
    private <T> Optional<T> value(IncidentRaised incident, Variables<T> variable) {
        return Optional.ofNullable(incident.processInstanceId()).flatMap(instance -> rights
                .own(() -> runtime.createVariableInstanceQuery()
                        .executionIdIn(instance)
                        .variableName(variable.name())
                        .list())
                .stream()
                .map(VariableInstance::getValue)
                .map(variable.type()::cast)
                .findFirst());
    }
}

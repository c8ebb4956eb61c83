package cn.citybrain.parking.onboarding.process.standing;

import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** What the models say of their elements. Each version is read once: it never changes. */
@Component
class KnownElements {

    private static final String FRAME = "#" + ActivityTypes.MULTI_INSTANCE_BODY;

    private final RepositoryService repository;
    private final EngineRights rights;
    private final Map<Place, Element> known = new ConcurrentHashMap<>();

    KnownElements(RepositoryService repository, EngineRights rights) {
        this.repository = repository;
        this.rights = rights;
    }

    private record Place(String definitionId, String element) {}

    /**
     * @param atBorder whether it only interrupts a step, which waits for something else
     * @param visitor who of the channel comes to sign there, null where nobody does
     */
    record Element(String name, boolean atBorder, String visitor) {

        static Element of(String id, FlowNode node) {
            return node == null
                    ? new Element(id, false, null)
                    : new Element(
                            node.getName() == null ? id : node.getName(),
                            node instanceof BoundaryEvent,
                            StepProperties.of(node).get("visitor"));
        }
    }

    /** What is done for several lots at once has a frame in the engine, which no model knows. */
    private static String inModel(String element) {
        return element.endsWith(FRAME) ? element.substring(0, element.length() - FRAME.length()) : element;
    }

    Element of(String definitionId, String element) {
        return known.computeIfAbsent(
                new Place(definitionId, element),
                place -> rights.own(() -> Element.of(element, (FlowNode)
                        repository.getBpmnModelInstance(definitionId).getModelElementById(inModel(element)))));
    }
}

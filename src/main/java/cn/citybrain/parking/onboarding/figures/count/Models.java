package cn.citybrain.parking.onboarding.figures.count;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** What models say of their steps. A version is read once: it never changes. */
@Component
public class Models {

    private final RepositoryService repository;
    private final Map<String, List<Step>> known = new ConcurrentHashMap<>();

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * @param party null for what takes nobody's time: events, gateways, frames
     * @param calls key of the process that it calls, null for none
     * @param several done for several lots at once
     */
    public record Step(String id, String name, String type, Party party, String calls, boolean several) {

        private static final String HOLDER = "#multiInstanceBody";

        /** The activity from whose beginning to whose end its time goes by: what is done side by side takes no longer. */
        public String timedBy() {
            return several ? id + HOLDER : id;
        }
    }

    /** In the order in which the model has them. */
    public List<Step> steps(String definitionId) {
        return known.computeIfAbsent(definitionId, this::read);
    }

    /** A step of a version; empty where that version has none of this id. */
    public Optional<Step> step(String definitionId, String id) {
        return steps(definitionId).stream().filter(step -> step.id().equals(id)).findFirst();
    }

    private List<Step> read(String definitionId) {
        return repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class).stream()
                .map(node -> new Step(
                        node.getId(),
                        Optional.ofNullable(node.getName()).orElse("").strip(),
                        node.getElementType().getTypeName(),
                        party(node),
                        node instanceof CallActivity call ? call.getCalledElement() : null,
                        node instanceof Activity activity
                                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics))
                .toList();
    }

    private static Party party(FlowNode node) {
        if (node instanceof UserTask task) {
            return party(task);
        }
        if (node instanceof ReceiveTask wait) {
            return StepProperties.of(wait).containsKey("asks") ? Party.CHANNEL : Party.APPLICANT;
        }
        if (node instanceof ServiceTask task) {
            return "external".equals(task.getCamundaType()) ? Party.CHANNEL : Party.OURS;
        }
        return node instanceof CallActivity ? Party.CALLED : null;
    }

    /** A task in which somebody waits for the channel's people is the channel's; of tasks without a role the lot's vendor is asked. */
    private static Party party(UserTask task) {
        if (StepProperties.of(task).containsKey("visitor")) {
            return Party.CHANNEL;
        }
        String groups = Optional.ofNullable(task.getCamundaCandidateGroups()).orElse("");
        return groups.contains(Role.OPS_REVIEWER.group()) || groups.contains(Role.OPS_SUPERVISOR.group())
                ? Party.OURS
                : Party.APPLICANT;
    }
}

package cn.citybrain.parking.onboarding.process.upgrade;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The eight models of the version before, as they were, in {@code src/test/resources/earlier}: six procedures in which an
 * external task both acts and waits, whose forms were filled in at the start; their gate; and more devices.
 */
public final class EarlierModels {

    static final List<String> NAMES = List.of(
            "alipay-onboarding",
            "citizencard-onboarding",
            "cmb-onboarding",
            "etc-devices",
            "etc-onboarding",
            "test-deduction-gate",
            "unionpay-onboarding",
            "wechatpay-onboarding");

    /** Where a token stays until something comes; a gate that is called stops at the steps of the gate. */
    private static final List<Predicate<FlowNode>> STOPS = List.of(
            UserTask.class::isInstance,
            ReceiveTask.class::isInstance,
            IntermediateCatchEvent.class::isInstance,
            node -> node instanceof ServiceTask task && "external".equals(task.getCamundaType()),
            node -> node instanceof ParallelGateway && node.getIncoming().size() > 1,
            FlowNode::isCamundaAsyncBefore,
            EarlierModels::isTimer);

    private static final Map<String, BpmnModelInstance> READ = new ConcurrentHashMap<>();

    private EarlierModels() {}

    /** Name and model. */
    public static List<Arguments> all() {
        return NAMES.stream().map(name -> Arguments.of(name, of(name))).toList();
    }

    /** Model and step: every step at which an instance can stop, and every timer that can come due there. */
    static List<Arguments> stops() {
        return NAMES.stream()
                .flatMap(name -> stops(name).map(step -> Arguments.of(name, step.getId())))
                .toList();
    }

    private static Stream<FlowNode> stops(String name) {
        Collection<FlowNode> nodes = of(name).getModelElementsByType(FlowNode.class);
        return nodes.stream().filter(node -> STOPS.stream().anyMatch(stop -> stop.test(node)));
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** The step that a timer hangs on. */
    static String attachedTo(String model, String timer) {
        return of(model).getModelElementById(timer) instanceof BoundaryEvent event
                ? event.getAttachedTo().getId()
                : timer;
    }

    /** Whether a step of the version before waits for the channel, too, once it has acted. */
    static boolean waitsForTheChannel(String model, String step) {
        return of(model).getModelElementById(step) instanceof ServiceTask task
                && "external".equals(task.getCamundaType())
                && Set.of("reviewApplication", "registerLot", "deduct").contains(task.getCamundaTopic());
    }

    /** Read once; nobody changes it. */
    static BpmnModelInstance of(String name) {
        return READ.computeIfAbsent(name, EarlierModels::read);
    }

    private static BpmnModelInstance read(String name) {
        return Bpmn.readModelFromStream(EarlierModels.class.getResourceAsStream("/earlier/" + name + ".bpmn"));
    }
}

package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Every step of every model at which an instance can wait, as the facts that would be read of it. */
final class ModelWaits {

    private static final Instant SINCE = Instant.parse("2026-11-23T02:00:00Z");

    private ModelWaits() {}

    /** @param step null where none can be made of it */
    record Wait(String model, String element, String kind, Step step) {

        String name() {
            return element + (kind.isEmpty() ? "" : " " + kind);
        }

        @Override
        public String toString() {
            return model + " " + name();
        }
    }

    static List<Wait> all() {
        return Arrays.stream(new File("bpmn").listFiles((directory, name) -> name.endsWith(".bpmn")))
                .sorted()
                .flatMap(file -> of(file.getName().replace(".bpmn", ""), Bpmn.readModelFromFile(file)).stream())
                .toList();
    }

    private static List<Wait> of(String model, BpmnModelInstance read) {
        List<Wait> waits = new ArrayList<>();
        for (FlowNode node : read.getModelElementsByType(FlowNode.class)) {
            waits(model, node).forEach(waits::add);
        }
        return waits;
    }

    private static Stream<Wait> waits(String model, FlowNode node) {
        Step.Place at = new Step.Place("NO1", null, "instance", node.getId(), node.getName(), SINCE, null);
        if (node instanceof UserTask task) {
            return Stream.of(new Wait(model, node.getId(), "", task(model, at, task)));
        }
        if (node instanceof ReceiveTask) {
            String asks = StepProperties.of(node).get("asks");
            return Stream.of(new Wait(
                    model,
                    node.getId(),
                    "",
                    asks == null ? new Step.Message(at) : new Step.Answer(at, asks, SINCE.plusSeconds(86_400))));
        }
        if (node instanceof IntermediateCatchEvent event) {
            boolean message = event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
            return Stream.of(
                    new Wait(model, node.getId(), "", message ? new Step.Message(at) : new Step.Appointed(at, SINCE)));
        }
        if (node instanceof ServiceTask service && "external".equals(service.getCamundaType())) {
            return Stream.of(
                    new Wait(model, node.getId(), "", new Step.Act(at, false, false)),
                    new Wait(model, node.getId(), "again", new Step.Act(at, true, false)),
                    new Wait(model, node.getId(), "incident", new Step.Stopped(at)));
        }
        return Stream.empty();
    }

    private static Step task(String model, Step.Place at, UserTask task) {
        String group = task.getCamundaCandidateGroups();
        if (group == null) {
            return null;
        }
        boolean ofVendor = group.startsWith("${vendorGroups.");
        Role role = ofVendor ? Role.LOT_VENDOR : Role.ofGroup(group).orElse(null);
        return role == null
                ? null
                : new Step.PersonsTask(
                        at,
                        new Turn.Task("task", at.name(), null),
                        role,
                        ofVendor ? "vendor-zhilian" : group,
                        SINCE.plusSeconds(86_400),
                        StepProperties.of(task).get("visitor"),
                        model.equals("escalation"));
    }
}

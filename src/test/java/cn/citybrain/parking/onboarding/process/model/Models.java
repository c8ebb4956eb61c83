package cn.citybrain.parking.onboarding.process.model;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.params.provider.Arguments;

/** The models as they are in {@code bpmn/}. */
final class Models {

    private static final Set<String> HAPPY_ENDS = Set.of("接入完成", "渠道正式接入", "设备安装成功", "已受理", "渠道已告知", "不再超期", "已登记");

    /** Read once: tests ask much and change nothing. */
    private static final Map<String, BpmnModelInstance> READ = new ConcurrentHashMap<>();

    private Models() {}

    /** Name without ending, and the model. */
    static List<Arguments> all() {
        return names().stream().map(name -> Arguments.of(name, of(name))).toList();
    }

    static List<String> names() {
        return Arrays.stream(new File("bpmn").listFiles((directory, name) -> name.endsWith(".bpmn")))
                .map(file -> file.getName().replace(".bpmn", ""))
                .sorted()
                .toList();
    }

    static BpmnModelInstance of(String name) {
        return READ.computeIfAbsent(name, read -> Bpmn.readModelFromFile(new File("bpmn/" + read + ".bpmn")));
    }

    /** Where people start the process. */
    static FlowNode start(BpmnModelInstance model) {
        return topLevel(model, StartEvent.class)
                .filter(start -> start.getEventDefinitions().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Where it ends when all goes well: an onboarding is done, a gate's lot is live, devices or an
     * application are accepted, a channel knows of a withdrawal. */
    static FlowNode happyEnd(BpmnModelInstance model) {
        return topLevel(model, EndEvent.class)
                .filter(end -> HAPPY_ENDS.contains(end.getName()))
                .findFirst()
                .orElseThrow();
    }

    /** Its end events, those of sub-processes too, each behind the name of the model and a slash. */
    static Set<String> ends(String name) {
        return of(name).getModelElementsByType(EndEvent.class).stream()
                .map(end -> name + "/" + end.getId())
                .collect(Collectors.toSet());
    }

    private static <T extends FlowNode> Stream<T> topLevel(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream().filter(node -> node.getParentElement() instanceof Process);
    }

    /** Everything that an element says in words. */
    static String words(FlowElement element) {
        StringBuilder words = new StringBuilder(element.getName() == null ? "" : element.getName());
        for (Documentation documentation : element.getDocumentations()) {
            words.append('\n').append(documentation.getTextContent());
        }
        return words.toString();
    }
}

package cn.citybrain.parking.onboarding.process;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.params.provider.Arguments;

/** The models as they are in {@code bpmn/}. */
final class Models {

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
        return Bpmn.readModelFromFile(new File("bpmn/" + name + ".bpmn"));
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

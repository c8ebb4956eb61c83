package cn.citybrain.parking.onboarding.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of the procedure document is an element of a model, and says its words. */
class SeedSentencesTest {

    record Row(String no, String origin, String sentence, String model, List<String> elements, List<String> words) {}

    static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("bpmn/seed-sentences.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3],
                        List.of(cells[4].split(" ")),
                        List.of(cells[5].split("\\|"))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAnElementThatSaysItsWords(Row row) {
        List<FlowElement> elements =
                row.elements().stream().map(id -> element(row.model(), id)).toList();
        assertThat(elements).as(row.no()).doesNotContainNull();
        String said = elements.stream().map(Models::words).collect(Collectors.joining("\n"));
        assertThat(said).as(row.no()).contains(row.words());
        if (row.origin().equals("seed")) {
            assertThat(row.words()).anyMatch(word -> row.sentence().contains(word));
        }
    }

    /** @param id may name another model before a slash: the gate is called by that of the channel, which names it */
    private static FlowElement element(String model, String id) {
        int slash = id.indexOf('/');
        return slash < 0
                ? Models.of(model).getModelElementById(id)
                : Models.of(id.substring(0, slash)).getModelElementById(id.substring(slash + 1));
    }

    @Test
    void everyStepIsInTheTable() throws IOException {
        Set<String> told = new HashSet<>();
        rows().forEach(row -> row.elements().forEach(id -> told.add(row.model() + "/" + id)));
        for (Arguments model : Models.all()) {
            String name = (String) model.get()[0];
            assertThat(Models.of(name).getModelElementsByType(FlowNode.class).stream()
                            .filter(node -> node instanceof BoundaryEvent
                                    || node instanceof Activity && !(node instanceof SubProcess))
                            .map(node -> name + "/" + node.getId()))
                    .allMatch(told::contains);
        }
    }
}

package cn.citybrain.parking.onboarding.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * What a model says to the people of a step whose outcome is the channel's: so that the form is the same for every
 * channel.
 *
 * @param instructions what to do, one by one ({@code instructions}, separated by {@code |})
 * @param link label of the channel's link ({@code link}), empty where there is none
 * @param ask label of the button that asks the channel at once ({@code ask})
 */
record StepWords(List<String> instructions, String link, String ask) {

    static StepWords of(BaseElement step) {
        Map<String, String> properties = StepProperties.of(step);
        String instructions = properties.getOrDefault("instructions", "");
        return new StepWords(
                instructions.isEmpty() ? List.of() : List.of(instructions.split("\\|")),
                properties.getOrDefault("link", ""),
                properties.getOrDefault("ask", "立即查询"));
    }
}

package cn.citybrain.parking.onboarding.process.task;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * What a model says to the people of a step: so that the form is the same for every channel.
 *
 * @param instructions what to do, one by one ({@code instructions}, separated by {@code |})
 * @param link label of the channel's link ({@code link}), empty where there is none
 * @param ask label of the button that asks the channel at once ({@code ask})
 * @param accept what a reviewer's yes is called, and what it means ({@code accept}, separated by {@code |})
 */
public record StepWords(List<String> instructions, String link, String ask, List<String> accept) {

    private static final String ACCEPT = "受理|资料齐全、真实，代为提交给渠道。";

    /** The same with other words for a reviewer's yes, if there are any: what the calling procedure means by it. */
    public StepWords accepting(String words) {
        return words == null ? this : new StepWords(instructions, link, ask, List.of(words.split("\\|")));
    }

    public static StepWords of(BaseElement step) {
        Map<String, String> properties = StepProperties.of(step);
        String instructions = properties.getOrDefault("instructions", "");
        return new StepWords(
                instructions.isEmpty() ? List.of() : List.of(instructions.split("\\|")),
                properties.getOrDefault("link", ""),
                properties.getOrDefault("ask", "立即查询"),
                List.of(properties.getOrDefault("accept", ACCEPT).split("\\|")));
    }
}

package cn.citybrain.parking.onboarding.process.task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * What the properties of a user task say.
 *
 * @param decisions what people decide here: name of the variable, allowed values ({@code submits})
 * @param mail template of the mail when it opens ({@code mail}); empty when another mail tells of it
 * @param acceptedMail template of the mail when what was reviewed here is accepted ({@code acceptedMail})
 * @param stage stage of the application that is filled in here ({@code stage})
 */
public record TaskSubmission(
        Map<String, List<String>> decisions, String mail, String acceptedMail, Optional<String> stage) {

    public static TaskSubmission of(DelegateTask task) {
        Map<String, String> properties = StepProperties.of(task.getBpmnModelElementInstance());
        return new TaskSubmission(
                decisions(properties.getOrDefault("submits", "")),
                properties.getOrDefault("mail", "task-waiting"),
                properties.getOrDefault("acceptedMail", "accepted"),
                Optional.ofNullable(properties.get("stage")));
    }

    /** Every value that people can choose at a step. */
    public static List<String> choices(BaseElement step) {
        return decisions(StepProperties.of(step).getOrDefault("submits", "")).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, List<String>> decisions(String submits) {
        return Arrays.stream(submits.split(","))
                .filter(entry -> entry.contains("="))
                .map(entry -> entry.strip().split("=", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> List.of(entry[1].split("\\|"))));
    }
}

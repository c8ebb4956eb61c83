package cn.citybrain.parking.onboarding.process.answer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The steps of running instances that wait for a channel's word: those that the message {@code answer} continues (a receive
 * task, or a task of people that the word may interrupt), and tasks that are done when the channel says so ({@code
 * completedBy=channel}).
 */
@Component
class AnsweredSteps {

    private static final String MESSAGE = "answer";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final WaitingSteps words;

    AnsweredSteps(RuntimeService runtime, TaskService tasks, RepositoryService repository, WaitingSteps words) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.words = words;
    }

    /** @param elementId of the step, or of the event at its border that takes the message */
    record Waiting(String executionId, String instanceId, String elementId) {}

    /** The answer is there: the step is left with it. */
    void goOn(AwaitedAnswer wait, Map<String, Object> variables) {
        if (words.of(wait.definitionId(), wait.elementId()).doneByTheChannel()) {
            Task task = tasks.createTaskQuery()
                    .executionId(wait.executionId())
                    .taskDefinitionKey(wait.elementId())
                    .singleResult();
            tasks.complete(task.getId(), variables);
        } else {
            runtime.messageEventReceived(MESSAGE, wait.executionId(), variables);
        }
    }

    List<Waiting> all() {
        Stream<Waiting> messages =
                runtime.createEventSubscriptionQuery().eventType("message").eventName(MESSAGE).unlimitedList().stream()
                        .map(AnsweredSteps::at);
        return Stream.concat(messages, doneByTheChannel()).toList();
    }

    private static Waiting at(EventSubscription step) {
        return new Waiting(step.getExecutionId(), step.getProcessInstanceId(), step.getActivityId());
    }

    private Stream<Waiting> doneByTheChannel() {
        String[] keys = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getId)
                .map(words::doneByTheChannel)
                .flatMap(Set::stream)
                .distinct()
                .toArray(String[]::new);
        return keys.length == 0
                ? Stream.empty()
                : tasks.createTaskQuery().taskDefinitionKeyIn(keys).unlimitedList().stream()
                        .filter(task -> words.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                                .doneByTheChannel())
                        .map(task -> new Waiting(
                                task.getExecutionId(), task.getProcessInstanceId(), task.getTaskDefinitionKey()));
    }
}

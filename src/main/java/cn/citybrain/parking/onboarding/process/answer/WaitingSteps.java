package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** What the models say of the steps that wait, and what a wait is at its beginning. */
@Component
class WaitingSteps {

    private final RepositoryService repository;
    private final Map<String, Question> questions;
    private final Applications applications;
    private final DueDates dueDates;
    private final ProcessSettings settings;
    private final Clock clock;
    private final Map<Place, Step> known = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> doneByTheChannel = new ConcurrentHashMap<>();

    WaitingSteps(
            RepositoryService repository,
            List<Question> questions,
            Applications applications,
            DueDates dueDates,
            ProcessSettings settings,
            Clock clock) {
        this.repository = repository;
        this.questions = questions.stream().collect(Collectors.toMap(Question::name, Function.identity()));
        this.applications = applications;
        this.dueDates = dueDates;
        this.settings = settings;
        this.clock = clock;
    }

    private record Place(String definitionId, String elementId) {}

    /** @param properties the step's, by name */
    record Step(String name, Map<String, String> properties) {
        static Step of(FlowNode element) {
            return new Step(element.getName(), StepProperties.of(element));
        }

        /** Whether it is a task that is done when the channel says so, and by nobody else. */
        boolean doneByTheChannel() {
            return properties.containsKey("asks") && "channel".equals(properties.get("completedBy"));
        }
    }

    /** A step of a version of a model. Read once: a version never changes. */
    Step of(String definitionId, String elementId) {
        return known.computeIfAbsent(
                new Place(definitionId, elementId),
                place -> Step.of(
                        (FlowNode) repository.getBpmnModelInstance(definitionId).getModelElementById(elementId)));
    }

    /** Ids of the tasks of a version of a model that are done when the channel says so. Read once, as its steps are. */
    Set<String> doneByTheChannel(String definitionId) {
        return doneByTheChannel.computeIfAbsent(
                definitionId, id -> repository.getBpmnModelInstance(id).getModelElementsByType(UserTask.class).stream()
                        .filter(task -> Step.of(task).doneByTheChannel())
                        .map(FlowNode::getId)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The step that an event at its border belongs to; the element itself if it is none. */
    String host(String definitionId, String elementId) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definitionId).getModelElementById(elementId);
        return element instanceof BoundaryEvent event ? event.getAttachedTo().getId() : elementId;
    }

    /** Names of all questions, or of those only to which something may be known while nobody is asked. */
    Set<String> questions(boolean asking) {
        return questions.values().stream()
                .filter(question -> asking || question.toldByCallbacks())
                .map(Question::name)
                .collect(Collectors.toSet());
    }

    /** @throws IllegalStateException if no step of a model asks this */
    Question question(String name) {
        Question question = questions.get(name);
        if (question == null) {
            throw new IllegalStateException("no such question: " + name);
        }
        return question;
    }

    /**
     * A wait that begins; none where the step asks nobody, because the variable in its property {@code asksUnless} is true.
     *
     * @param value what a variable says in the step, by its name
     */
    Optional<AwaitedAnswer> begin(
            String executionId,
            String instanceId,
            String definitionId,
            String elementId,
            Step step,
            Function<String, Object> value) {
        String unless = step.properties().get("asksUnless");
        if (unless != null && Boolean.TRUE.equals(value.apply(unless))) {
            return Optional.empty();
        }
        Question question = question(step.properties().get("asks"));
        Instant now = clock.instant();
        String no = (String) value.apply(Variables.APPLICATION_NO.name());
        return Optional.of(new AwaitedAnswer(
                executionId,
                instanceId,
                definitionId,
                elementId,
                (String) value.apply(Variables.CHANNEL.name()),
                question.name(),
                no,
                (Long) value.apply(Variables.BINDING_ID.name()),
                (Long) value.apply(Variables.BILL_ID.name()),
                now,
                expectedAt(step, no),
                question.askedByTheAct() ? now.plus(settings.waiting().delayAfter(0)) : now,
                0,
                0,
                0,
                null));
    }

    /** Property {@code expectedDays} in working days, or what the channel was given for the application. */
    private Instant expectedAt(Step step, String no) {
        String days = step.properties().get("expectedDays");
        return days == null
                ? applications.byNo(no).expectedAt()
                : dueDates.workingDays(Integer.parseInt(days)).toInstant();
    }
}

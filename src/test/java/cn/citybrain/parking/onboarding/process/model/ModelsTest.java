package cn.citybrain.parking.onboarding.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.Question;
import cn.citybrain.parking.onboarding.process.task.StepProperties;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.io.File;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;

/** Everything that a model names exists. */
@OnboardingTest
class ModelsTest {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{!?(?:\\w+ and !)?(\\w+)(?:}|\\.\\w+\\()");
    private static final Set<String> ENGINE_OWN = Set.of("execution", "task", "null", "0");
    private static final String ALL = "cn.citybrain.parking.onboarding.process.model.Models#all";

    /** Instances of the version before still name what their models name. */
    private static final String EARLIER = "cn.citybrain.parking.onboarding.process.upgrade.EarlierModels#all";

    @Autowired
    ApplicationContext app;

    @ParameterizedTest
    @MethodSource(ALL)
    void isNamedAsItsFileAndKeepsItsHistoryFiveYears(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(name);
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
            assertThat(process.getCamundaVersionTag()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void isOfferedInTasklistOnlyWhereItBeginsWithAForm(String name, BpmnModelInstance model) {
        boolean form = model.getModelElementsByType(StartEvent.class).stream()
                .anyMatch(start -> start.getCamundaFormKey() != null);
        assertThat(model.getModelElementsByType(Process.class))
                .allMatch(process -> process.isCamundaStartableInTasklist() == form);
    }

    @ParameterizedTest
    @MethodSource({ALL, EARLIER})
    void namesBeansThatExist(String name, BpmnModelInstance model) {
        String xml = org.camunda.bpm.model.bpmn.Bpmn.convertToString(model);
        Set<String> variables = variables();
        List<String> beans = BEAN.matcher(xml)
                .results()
                .map(match -> match.group(1))
                .filter(bean -> !ENGINE_OWN.contains(bean) && !variables.contains(bean))
                .distinct()
                .toList();
        assertThat(beans).isNotEmpty().allMatch(app::containsBean);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void namesFormsThatExist(String name, BpmnModelInstance model) {
        List<String> keys = new ArrayList<>();
        model.getModelElementsByType(UserTask.class).forEach(task -> keys.add(task.getCamundaFormKey()));
        if (startedByPeople(model)) {
            startEvents(model).forEach(start -> keys.add(start.getCamundaFormKey()));
        }
        assertThat(keys).allSatisfy(key -> {
            assertThat(key).startsWith("embedded:deployment:");
            assertThat(new File("forms", key.substring("embedded:deployment:".length())))
                    .exists();
        });
    }

    @ParameterizedTest
    @MethodSource({ALL, EARLIER})
    void namesTopicsThatAreWorked(String name, BpmnModelInstance model) {
        Set<String> worked = app.getBeansOfType(TopicHandler.class).values().stream()
                .map(TopicHandler::topic)
                .collect(Collectors.toSet());
        assertThat(model.getModelElementsByType(ServiceTask.class)).allSatisfy(task -> assertThat(
                        "external".equals(task.getCamundaType())
                                ? worked.contains(task.getCamundaTopic())
                                : task.getCamundaDelegateExpression() != null)
                .as(task.getId())
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource({ALL, EARLIER})
    void usesEveryMessageAndErrorThatItDeclares(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(Error.class).stream().map(Error::getErrorCode))
                .isSubsetOf(
                        "applicationRefused",
                        "channelRefused",
                        "channelClosed",
                        "accountUnclear",
                        "nothingToWithdraw",
                        "withdrawalByHand",
                        "lotRefused",
                        "lotGivenUp");
        assertThat(model.getModelElementsByType(Message.class).stream().map(Message::getName))
                .isSubsetOf(
                        "withdrawApplication",
                        "expireApplication",
                        "discardDraft",
                        "withdrawLot",
                        "recordArrived",
                        "deductionSettled",
                        "answer",
                        "escalationOver",
                        "holidaysAnnounced");
        assertThat(model.getModelElementsByType(ErrorEventDefinition.class))
                .allSatisfy(event -> assertThat(event.getError()).isNotNull());
    }

    /** The pages of their tasks come with their version; what those pages load has to be there. */
    @ParameterizedTest
    @MethodSource(EARLIER)
    void namesTaskFormsWhoseFilesAreKept(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(UserTask.class))
                .extracting(UserTask::getCamundaFormKey)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(new File("forms", key.substring("embedded:deployment:".length())))
                        .exists());
    }

    @ParameterizedTest
    @MethodSource({ALL, EARLIER})
    void decidesAndSubmitsByVariablesThatExist(String name, BpmnModelInstance model) {
        List<String> decided = model.getModelElementsByType(ConditionExpression.class).stream()
                .flatMap(condition -> names(condition.getTextContent()))
                .toList();
        List<String> submitted = model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task ->
                        Arrays.stream(StepProperties.of(task).get("submits").split(",")))
                .map(variable -> variable.replaceFirst("=.*", ""))
                .filter(variable -> !variable.isEmpty())
                .toList();
        assertThat(variables()).containsAll(decided).containsAll(submitted);
    }

    /** A wait that nobody asks for would last for ever; what the answer says is for a gateway to decide. */
    @ParameterizedTest
    @MethodSource(ALL)
    void asksForEveryAnswerThatItWaitsFor(String name, BpmnModelInstance model) {
        Set<String> questions = app.getBeansOfType(Question.class).values().stream()
                .map(Question::name)
                .collect(Collectors.toSet());
        assertThat(model.getModelElementsByType(ReceiveTask.class).stream()
                        .filter(wait -> "answer".equals(wait.getMessage().getName())))
                .allSatisfy(wait -> {
                    assertThat(questions)
                            .as(wait.getId())
                            .contains(StepProperties.of(wait).get("asks"));
                    assertThat(wait.getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(CamundaExecutionListener.class)
                                    .list())
                            .extracting(CamundaExecutionListener::getCamundaDelegateExpression)
                            .containsExactly("${answerAwaited}", "${waitEnded}");
                });
    }

    /** An act is locked no longer than its call: what it does not hear at once is awaited by a step of its own. */
    @ParameterizedTest
    @MethodSource(ALL)
    void waitsInNoAct(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(ServiceTask.class).stream()
                        .filter(act -> "external".equals(act.getCamundaType())))
                .allSatisfy(act -> {
                    assertThat(act.getCamundaTopic()).isNotEqualTo("reviewApplication");
                    if (Set.of("registerLot", "deduct").contains(act.getCamundaTopic())) {
                        assertThat(StepProperties.of(act)).containsEntry("answer", "awaited");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void saysForEveryTaskWhoseItIsWhenItIsDueAndWhatItLetsPeopleSubmit(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getName()).isNotBlank();
            assertThat(task.getCamundaCandidateGroups()).isNotBlank();
            assertThat(task.getCamundaDueDate()).startsWith("${dueDates.workingDays(");
            assertThat(properties(task)).contains("submits");
            assertThat(task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaTaskListener.class)
                            .list())
                    .extracting(CamundaTaskListener::getCamundaEvent)
                    .contains("create", "timeout");
        });
        if (startedByPeople(model)) {
            assertThat(startEvents(model))
                    .allSatisfy(start -> assertThat(properties(start)).contains("submits"));
        }
        assertThat(model.getModelElementsByType(ServiceTask.class))
                .allSatisfy(task -> assertThat(task.getName()).isNotBlank());
    }

    /** Pages and tests ask the catalogue; the model does it. */
    @ParameterizedTest
    @EnumSource
    void letsPeopleComeToSignWhereTheCatalogueSaysSo(Channel channel) {
        BpmnModelInstance model = Models.of(channel.code() + "-onboarding");
        boolean visited = model.getModelElementById("userTask_awaitVisit") != null;
        assertThat(app.getBean(Catalogues.class).of(channel).signsOnSite()).isEqualTo(visited);
    }

    /** Names of the process variables, from the class that lists them. */
    private static Set<String> variables() {
        return Arrays.stream(Variables.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> ((Variables<?>) ReflectionUtils.getField(field, null)).name())
                .collect(Collectors.toSet());
    }

    /** Names in a condition that are no bean's and no word of the language. */
    private static Stream<String> names(String condition) {
        String bare = condition.replaceAll("'[^']*'", "").replaceAll("\\w+\\.\\w+\\(", "(");
        return Pattern.compile("\\b[a-z]\\w*")
                .matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name ->
                        !Set.of("and", "or", "not", "null", "true", "false").contains(name));
    }

    private static List<String> properties(BaseElement element) {
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .map(CamundaProperty::getCamundaName)
                .toList();
    }

    /** What procedures call, and what deals with an overdue step, is started by nobody: its start takes no submission. */
    private static boolean startedByPeople(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next().isCamundaStartableInTasklist();
    }

    private static List<StartEvent> startEvents(BpmnModelInstance model) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .toList();
    }
}

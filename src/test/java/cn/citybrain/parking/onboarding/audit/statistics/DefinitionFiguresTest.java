package cn.citybrain.parking.onboarding.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Models;
import cn.citybrain.parking.onboarding.figures.count.Party;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process of two versions: nine instances of the first take their reviewer 1 to 8 minutes and once 10 hours; of the second,
 * which asks the operator before, one ended after 2 hours and one runs.
 */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinitionFiguresTest {

    private static final String KEY = "audit-figures";
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDrafts drafts;

    private final List<String> deployments = new ArrayList<>();

    /** Every process of ours begins with one. */
    String number;

    Browser auditor;

    @BeforeAll
    void twoVersions() {
        clock.reset();
        number = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        deploy(reviewed(Bpmn.createExecutableProcess(KEY)
                .name("审计测试流程")
                .camundaHistoryTimeToLive(1)
                .startEvent("begin")
                .userTask("review")));
        for (int minutes : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 600}) {
            String instance = start("WX" + minutes);
            done(instance, Duration.ofMinutes(minutes));
        }
        deploy(reviewed(Bpmn.createExecutableProcess(KEY)
                .name("审计测试流程")
                .camundaHistoryTimeToLive(1)
                .camundaVersionTag("zwei")
                .startEvent("begin")
                .userTask("fill")
                .camundaCandidateGroups("lot-operator")
                .userTask("review")));
        String instance = start("WX2-LOT");
        done(instance, Duration.ofMinutes(90));
        done(instance, Duration.ofMinutes(30));
        String running = start("WX3");
        jdbc.sql("INSERT INTO ACT_HI_INCIDENT (ID_, PROC_DEF_ID_, PROC_INST_ID_, CREATE_TIME_, INCIDENT_TYPE_,"
                        + " ACTIVITY_ID_, INCIDENT_STATE_) SELECT CONCAT('f-', ID_), PROC_DEF_ID_, ID_,"
                        + " START_TIME_, 'failedJob', 'fill', 0 FROM ACT_HI_PROCINST WHERE ID_ = ?")
                .param(running)
                .update();
        auditor = Browser.of(port, "auditor");
    }

    private static BpmnModelInstance reviewed(UserTaskBuilder review) {
        return review.camundaCandidateGroups("ops-reviewer")
                .serviceTask("note")
                .camundaExpression("${true}")
                .endEvent("end")
                .done();
    }

    private void deploy(BpmnModelInstance model) {
        deployments.add(repository
                .createDeployment()
                .addModelInstance(KEY + ".bpmn", model)
                .deploy()
                .getId());
    }

    private String start(String businessKey) {
        return runtime.startProcessInstanceByKey(KEY, businessKey, Map.of("applicationNo", number))
                .getId();
    }

    private void done(String instance, Duration after) {
        clock.advance(after);
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    @AfterAll
    void clean() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
        clock.reset();
    }

    @Test
    void listsEveryProcessWithItsCounts() {
        JsonNode lines = Browser.json(auditor.get("/api/audit/definitions"));
        JsonNode line = find(lines, "key", KEY);
        assertThat(line.path("name").asText()).isEqualTo("审计测试流程");
        assertThat(line.path("versions")).hasSize(2);
        assertThat(line.path("finished").asLong()).isEqualTo(10);
        assertThat(line.path("running").asLong()).isEqualTo(1);
        assertThat(find(lines, "key", "test-deduction-gate").path("name").asText())
                .contains("对接测试");
    }

    @Test
    void countsStepsAndSaysWhoseTimeTheyTake() {
        JsonNode all = figures("");
        JsonNode review = element(all, "review");
        assertThat(review.path("party").asText()).isEqualTo("OURS");
        assertThat(review.path("passes").path("count").asLong()).isEqualTo(10);
        assertThat(review.path("passes").path("medianMillis").asLong()).isEqualTo(5 * MINUTE + MINUTE / 2);
        assertThat(review.path("passes").path("longestMillis").asLong()).isEqualTo(600 * MINUTE);
        JsonNode fill = element(all, "fill");
        assertThat(fill.path("partyName").asText()).isEqualTo("车场方");
        assertThat(fill.path("passes").path("count").asLong()).isEqualTo(2);
        assertThat(fill.path("passes").path("running").asLong()).isEqualTo(1);
        assertThat(fill.path("passes").path("failed").asLong()).isEqualTo(1);
        assertThat(fill.path("passes").path("medianMillis").asLong()).isEqualTo(90 * MINUTE);
        assertThat(element(all, "begin").path("party").isNull()).isTrue();
        assertThat(all.path("total").path("openIncidents").asLong()).isEqualTo(1);
        assertThat(all.path("at").asText()).isNotEmpty();
    }

    @Test
    void namesWhatTookFarLongerThanOthers() {
        JsonNode outliers = element(figures("1"), "review").path("outliers");
        assertThat(outliers.path("count").asLong()).isEqualTo(1);
        assertThat(outliers.path("beyondMillis").asLong())
                .as("3 to 7 are the quartiles")
                .isEqualTo((7 + 3 * 4) * MINUTE);
        assertThat(outliers.path("longest").get(0).path("applicationNo").asText())
                .isEqualTo("WX600");
        assertThat(outliers.path("longest").get(0).path("millis").asLong()).isEqualTo(600 * MINUTE);
        assertThat(element(figures("2"), "review")
                        .path("outliers")
                        .path("count")
                        .asLong())
                .as("too few say what is usual")
                .isZero();
    }

    @Test
    void putsVersionsSideBySide() {
        JsonNode all = figures("");
        assertThat(all.path("version").isNull()).isTrue();
        assertThat(all.path("definitionId").asText()).startsWith(KEY + ":2:");
        JsonNode versions = all.path("versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).path("instances").path("medianMillis").asLong())
                .isEqualTo(5 * MINUTE);
        assertThat(versions.get(1).path("instances").path("medianMillis").asLong())
                .isEqualTo(120 * MINUTE);
        assertThat(versions.get(1).path("tag").asText()).isEqualTo("zwei");
        JsonNode ofReview = element(all, "review").path("versions");
        assertThat(ofReview.get(0).path("passes").path("medianMillis").asLong()).isEqualTo(5 * MINUTE);
        assertThat(ofReview.get(1).path("passes").path("medianMillis").asLong()).isEqualTo(30 * MINUTE);
        assertThat(element(all, "fill")
                        .path("versions")
                        .get(0)
                        .path("passes")
                        .path("count")
                        .asLong())
                .isZero();
    }

    @Test
    void looksAtOneVersionAlone() {
        JsonNode second = figures("2");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("total").path("finished").asLong()).isEqualTo(1);
        JsonNode shares = second.path("total").path("shares");
        assertThat(find(shares, "party", "OURS").path("medianMillis").asLong()).isEqualTo(30 * MINUTE);
        assertThat(find(shares, "party", "APPLICANT").path("medianMillis").asLong())
                .isEqualTo(90 * MINUTE);
        assertThat(figures("1").path("elements").findValuesAsText("id")).doesNotContain("fill");
    }

    @Test
    void saysWhatThereIsNot() {
        assertThat(auditor.get("/api/audit/definitions/nothing").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/api/audit/definitions/" + KEY + "?version=9").statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/api/audit/definitions/" + KEY + "?version=new").body())
                .contains("应为数字");
    }

    @Test
    void readsWhoseTimeEveryStepOfOurModelsTakes() {
        JsonNode gate = Browser.json(auditor.get("/api/audit/definitions/test-deduction-gate"));
        assertThat(element(gate, "receiveTask_awaitRecord").path("party").asText())
                .isEqualTo("APPLICANT");
        assertThat(element(gate, "receiveTask_awaitDeduction").path("party").asText())
                .isEqualTo("CHANNEL");
        assertThat(element(gate, "userTask_prepareInterface").path("party").asText())
                .isEqualTo("APPLICANT");
        assertThat(element(gate, "userTask_disputed").path("party").asText()).isEqualTo("OURS");
        assertThat(element(gate, "serviceTask_deduct").path("party").asText()).isEqualTo("CHANNEL");
        assertThat(element(gate, "serviceTask_goLive").path("party").asText()).isEqualTo("OURS");
        assertThat(element(gate, "callActivity_withdrawal").path("party").asText())
                .isEqualTo("CALLED");
        JsonNode process = Browser.json(auditor.get("/api/audit/definitions/wechatpay-onboarding"));
        assertThat(process.path("elements").findValuesAsText("calls")).contains("acceptance", "test-deduction-gate");
    }

    /** Two lots tested side by side for an hour take an hour. */
    @Test
    void addsUpNothingThatIsDoneAtTheSameTime() {
        assertThat(new Models.Step("gate", "", "callActivity", Party.CALLED, "test-deduction-gate", true).timedBy())
                .isEqualTo("gate#multiInstanceBody");
        assertThat(new Models.Step("acceptance", "", "callActivity", Party.CALLED, "acceptance", false).timedBy())
                .isEqualTo("acceptance");
    }

    private JsonNode figures(String version) {
        return Browser.json(auditor.get("/api/audit/definitions/" + KEY + "?version=" + version));
    }

    private static JsonNode element(JsonNode figures, String id) {
        return find(figures.path("elements"), "id", id);
    }

    private static JsonNode find(JsonNode all, String field, String value) {
        for (JsonNode one : all) {
            if (one.path(field).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("no " + field + " " + value + " in " + all);
    }
}

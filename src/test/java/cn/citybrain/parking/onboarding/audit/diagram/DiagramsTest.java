package cn.citybrain.parking.onboarding.audit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.audit.diagram.Course.FailureKind;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Passage;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Step;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is drawn of an application: read by whoever may, of running, finished and stuck ones. */
@OnboardingTest
class DiagramsTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    Diagrams diagrams;

    @Autowired
    Models models;

    @LocalServerPort
    int port;

    ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tellsTheWholeWayOfAFinishedApplicationAndOfAllThatItCalled() {
        List<LotBinding> lots = bench.testing(2);
        String no = lots.get(0).applicationNo();
        lots.forEach(lot -> {
            bench.clock.advance(Duration.ofHours(1));
            bench.drive(lot);
            bench.worker.runOnce();
            bench.runJobs(ProcessBench.gate(lot));
        });

        Courses told = diagrams.of(no);

        assertThat(told.courses())
                .extracting(Course::key)
                .containsExactlyInAnyOrder(
                        "wechatpay-onboarding", "acceptance", "test-deduction-gate", "test-deduction-gate");
        assertThat(told.courses()).allSatisfy(course -> {
            assertThat(course.state()).isEqualTo("COMPLETED");
            assertThat(course.ended()).isNotNull();
            assertThat(course.waits()).isEmpty();
            assertThat(course.steps()).noneMatch(step -> step.passage() == Passage.RUNNING);
            everyStepButTheFirstWasReached(course);
        });
        Course procedure = of(told, "wechatpay-onboarding");
        assertThat(procedure.parentId()).isNull();
        assertThat(procedure.name()).isEqualTo("微信支付渠道接入");
        assertThat(passed(procedure)).contains("callActivity_acceptance", "userTask_bindLots", "endEvent_done");
        assertThat(gates(told)).hasSize(2).allSatisfy(gate -> {
            assertThat(gate.parentId()).isEqualTo(procedure.id());
            assertThat(passed(gate)).contains("serviceTask_checkRecord", "serviceTask_deduct", "endEvent_live");
            assertThat(gate.flows()).extracting(Course.Flow::flowId).contains("flow_consent_enterTesting");
        });
        assertThat(gates(told))
                .extracting(Course::lotCode)
                .containsExactlyInAnyOrder(lots.get(0).lotCode(), lots.get(1).lotCode());
        assertThat(gates(told)).extracting(Course::lotName).doesNotContain("");
        Step called = procedure.steps().stream()
                .filter(step -> step.activityId().equals("callActivity_acceptance"))
                .findFirst()
                .orElseThrow();
        assertThat(called.calledId()).isEqualTo(of(told, "acceptance").id());
    }

    @Test
    void showsWhereItWaitsAndForHowLong() {
        String no = bench.apply();

        Course acceptance = of(diagrams.of(no), "acceptance");

        assertThat(acceptance.ended()).isNull();
        assertThat(acceptance.steps())
                .filteredOn(step -> step.passage() == Passage.RUNNING)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.activityId()).isEqualTo("userTask_review");
                    assertThat(step.name()).isEqualTo("受理");
                    assertThat(step.started()).isEqualTo(bench.clock.instant());
                    assertThat(step.ended()).isNull();
                });
        assertThat(acceptance.waits())
                .as("reminder and escalation of the task")
                .isNotEmpty()
                .allMatch(wait -> wait.timer() && wait.activityId().equals("userTask_review"));
    }

    @Test
    void showsWhatFailedAndWhatItWasCalledBy() {
        bench.channel.registerLot = () -> {
            throw new ChannelException("应答不是 JSON");
        };
        String no = bench.opened();
        bench.bind(no, 1);
        for (int tries = 0; tries < 20; tries++) {
            bench.worker.runOnce();
            bench.clock.advance(Duration.ofHours(5));
        }

        Courses told = diagrams.of(no);

        assertThat(gates(told).get(0).failures())
                .filteredOn(failure -> failure.kind() == FailureKind.INCIDENT)
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.activityId()).isEqualTo("serviceTask_registerLot");
                    assertThat(failure.resolved()).isNull();
                    assertThat(failure.message()).contains("应答不是 JSON");
                });
        assertThat(gates(told).get(0).failures())
                .filteredOn(failure -> failure.kind() == FailureKind.ATTEMPT)
                .hasSizeGreaterThan(1);
        assertThat(of(told, "wechatpay-onboarding").failures()).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.CALLED);
            assertThat(failure.activityId()).isEqualTo("callActivity_testDeductionGate");
        });
    }

    @Test
    void isTheSameByTheApplicationAndByAnyOfItsInstances() {
        Courses told = diagrams.of(bench.apply());

        assertThat(told.courses()).hasSize(2).allSatisfy(course -> assertThat(diagrams.ofInstance(course.id()))
                .isEqualTo(told));
    }

    @Test
    void isForAuditorsAlone() {
        String no = bench.apply();
        String instance = diagrams.of(no).courses().get(0).id();
        String definition = diagrams.of(no).courses().get(0).definitionId();
        for (String path : List.of(
                "/api/audit/applications/" + no + "/diagrams",
                "/api/audit/process-instances/" + instance + "/diagrams",
                "/api/audit/models/" + definition,
                "/api/audit/definitions/acceptance/model")) {
            assertThat(new Browser(port).get(path).statusCode()).as(path).isEqualTo(401);
            for (String user : List.of("hubin", "zhilian", "reviewer", "supervisor", "admin")) {
                assertThat(Browser.of(port, user).get(path).statusCode())
                        .as(user + " " + path)
                        .isEqualTo(403);
            }
            assertThat(Browser.of(port, "auditor").get(path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void handsOutTheModelsWithTheirDrawings() {
        Browser auditor = Browser.of(port, "auditor");
        JsonNode newest = Browser.json(auditor.get("/api/audit/definitions/test-deduction-gate/model"));
        JsonNode same = Browser.json(
                auditor.get("/api/audit/models/" + newest.get("definitionId").asText()));
        JsonNode byNumber = Browser.json(auditor.get("/api/audit/definitions/test-deduction-gate/model?version="
                + newest.get("version").asInt()));

        assertThat(newest.get("xml").asText()).contains("bpmndi:BPMNShape", "serviceTask_deduct");
        assertThat(newest.get("name").asText()).isEqualTo("对接测试（测试扣款关口）");
        assertThat(same).isEqualTo(newest);
        assertThat(byNumber).isEqualTo(newest);
    }

    @Test
    void saysWhatThereIsNot() {
        Browser auditor = Browser.of(port, "auditor");
        String draft = bench.drafts.create(bench.channel.channel(), bench.merchant.tenantId(), "operator-test");

        assertThat(message(auditor.get("/api/audit/applications/WX209901010001/diagrams"), 404))
                .isEqualTo("没有申请 WX209901010001，请检查申请编号");
        assertThat(message(auditor.get("/api/audit/process-instances/nowhere/diagrams"), 404))
                .isEqualTo("没有流程 nowhere，请检查编号");
        assertThat(message(auditor.get("/api/audit/models/nowhere"), 404)).contains("没有流程模型 nowhere");
        assertThat(message(auditor.get("/api/audit/definitions/acceptance/model?version=9999"), 404))
                .isEqualTo("没有流程 acceptance 的版本 9999，请从流程列表重新选择");
        assertThat(message(auditor.get("/api/audit/definitions/acceptance/model?version=0"), 404))
                .isEqualTo("没有流程 acceptance 的版本 0，请从流程列表重新选择");
        assertThat(message(auditor.get("/api/audit/definitions/acceptance/model?version=-2147483648"), 404))
                .contains("没有流程 acceptance 的版本");
        assertThat(message(auditor.get("/api/audit/definitions/acceptance/model?version=x"), 400))
                .contains("version");
        assertThat(message(auditor.get("/api/audit/applications/" + draft + "/diagrams"), 404))
                .isEqualTo("没有申请 " + draft + "，请检查申请编号");
    }

    private static String message(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Browser.json(answer).get("message").asText();
    }

    /** Of the steps that a flow leads to, each was reached by one. */
    private void everyStepButTheFirstWasReached(Course course) {
        ModelFlows model = models.flows(course.definitionId());
        Set<String> holders =
                course.steps().stream().filter(Step::holdsSeveral).map(Step::id).collect(Collectors.toSet());
        Predicate<Step> reached = step ->
                !holders.contains(step.scopeId()) && !model.into(step.element()).isEmpty();
        assertThat(course.flows()).as(course.key()).hasSize((int)
                course.steps().stream().filter(reached).count());
    }

    private static Set<String> passed(Course course) {
        return course.steps().stream()
                .filter(step -> step.passage() == Passage.DONE)
                .map(Step::activityId)
                .collect(Collectors.toSet());
    }

    private static Course of(Courses told, String key) {
        return told.courses().stream()
                .filter(course -> course.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Course> gates(Courses told) {
        return told.courses().stream()
                .filter(course -> course.key().equals("test-deduction-gate"))
                .toList();
    }
}

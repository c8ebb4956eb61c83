package cn.citybrain.parking.onboarding.process.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A step of ours that failed: one mail about it to each supervisor, and one more thing that waits for them. */
@OnboardingTest
class FailuresTest {

    private static final String STEP = "平台支付渠道注册";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Failures failures;

    private static int days;

    ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
        // figures are kept for some seconds: no test reads those of another
        bench.clock.advance(Duration.ofDays(20L * ++days));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** The engine has an incident in the application's process, too: nobody is to read of it twice. */
    @Test
    void isToldOnceInPeoplesWordsAndLeadsToWhereItIsMended() {
        LotBinding lot = stopped();
        String instance = instance(lot);
        assertThat(bench.runtime.createIncidentQuery().count()).isEqualTo(2);

        List<Map<String, Object>> mails = mails(lot);
        assertThat(mails).isNotEmpty();
        assertThat(mails).extracting(mail -> mail.get("recipient")).doesNotHaveDuplicates();
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.get("subject").toString()).startsWith("平台处理出错：").contains(STEP.substring(0, 4));
            assertThat(mail.get("body").toString())
                    .contains(
                            said("supervisor", lot) + "。",
                            "车场方：" + bench.merchant.name(),
                            "停车场：" + lot.lotName() + "（" + lot.lotCode() + "）",
                            "渠道：微信支付",
                            "申请编号：" + lot.applicationNo(),
                            "/camunda/app/cockpit/default/#/process-instance/" + instance
                                    + "/runtime?tab=incidents-tab\n")
                    .doesNotContain("serviceTask_", "callActivity_", "流程编号");
        });
    }

    @Test
    void withoutAnApplicationItIsToldWithoutIds() {
        String instance = bench.runtime
                .startProcessInstanceByKey("holidays", "holidays-" + System.nanoTime(), Map.of("holidayYear", 2031))
                .getId();
        String step = bench.runtime
                .createExecutionQuery()
                .processInstanceId(instance)
                .activityId("userTask_enterHolidays")
                .singleResult()
                .getId();
        String id = bench.runtime
                .createIncident("failedByHand", step, null, "kaputt")
                .getId();

        List<Map<String, Object>> mails = bench.jdbc
                .sql("SELECT subject, body FROM mail WHERE about = ?")
                .param(id)
                .query()
                .listOfRows();
        assertThat(mails).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.get("subject").toString()).startsWith("系统故障待处理：登记");
            assertThat(mail.get("body").toString())
                    .contains("#/process-instance/" + instance)
                    .doesNotContain("流程编号");
        });
    }

    @Test
    void waitsForTheSupervisorsInTheFiguresAndAboveTheirTasks() {
        LotBinding lot = stopped();

        JsonNode now = overview("supervisor");
        JsonNode step = only(now.path("waiting"), "owed", "FAILURE");
        assertThat(step.path("step").asText()).isEqualTo(STEP + "（平台处理出错）");
        assertThat(step.path("who").asText()).isEqualTo("运营公司主管");
        assertThat(step.path("channelName").asText()).isEqualTo("微信支付");
        assertThat(step.path("count").asLong()).isEqualTo(1);
        Instant since = failures.open().get(0).since();
        assertThat(Instant.parse(step.path("oldest").asText())).isEqualTo(since);
        assertThat(only(now.path("waitingFor"), "who", "运营公司主管").path("count").asLong())
                .isEqualTo(1 + openTasks("ops-supervisor"));
        assertThat(now.path("failures")).singleElement().satisfies(one -> {
            assertThat(one.path("instanceId").asText()).isEqualTo(instance(lot));
            assertThat(one.path("applicationNo").asText()).isEqualTo(lot.applicationNo());
            assertThat(one.path("lotCode").asText()).isEqualTo(lot.lotCode());
            assertThat(one.path("merchantName").asText()).isEqualTo(bench.merchant.name());
        });
        assertThat(csv("waiting")).contains(STEP + "（平台处理出错）,运营公司主管,1,0,");
        assertThat(csv("failures")).contains(lot.applicationNo(), STEP);
        assertThat(todo("supervisor")).isEqualTo(1);
    }

    @Test
    void isForThoseWhoSeeEverythingAndToBeMendedBySupervisors() {
        stopped();

        assertThat(overview("auditor").path("failures")).hasSize(1);
        assertThat(overview("reviewer").path("failures")).hasSize(1);
        assertThat(todo("reviewer")).isZero();
        assertThat(todo("hubin")).isZero();
        JsonNode operators = overview("hubin");
        assertThat(operators.path("failures").isNull()).isTrue();
        assertThat(operators.toString()).doesNotContain("FAILURE", "出错");
    }

    @Test
    void agreesWithTheDatabaseAndIsOverWhenItIsMended() {
        LotBinding first = stopped();
        stopped();
        long known = bench.jdbc
                .sql("SELECT count(*) FROM ACT_RU_INCIDENT WHERE ID_ = CAUSE_INCIDENT_ID_")
                .query(Long.class)
                .single();

        assertThat(known).isEqualTo(2);
        assertThat(failures.count()).isEqualTo(known);
        assertThat(failures.open()).hasSize(2).extracting(Failure::step).containsOnly(STEP);
        assertThat(only(overview("auditor").path("waiting"), "owed", "FAILURE")
                        .path("count")
                        .asLong())
                .isEqualTo(known);

        bench.channel.registerLot = () -> new LotState.Registered("R1", "P1");
        ExternalTaskService tasks = app.getBean(ExternalTaskService.class);
        tasks.createExternalTaskQuery()
                .processInstanceId(instance(first))
                .list()
                .forEach(task -> tasks.setRetries(task.getId(), 1));
        assertThat(failures.open())
                .singleElement()
                .extracting(Failure::applicationNo)
                .isNotEqualTo(first.applicationNo());
    }

    /** The channel's answer is of no use while the step that waits for it is stopped. */
    @Test
    void isNotCountedAsWaitingForTheChannelAsWell() {
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        LotBinding lot = bound();
        String waiting = bench.runtime
                .createExecutionQuery()
                .processInstanceId(instance(lot))
                .activityId("receiveTask_awaitConsent")
                .singleResult()
                .getId();
        assertThat(overview("auditor").path("waiting"))
                .filteredOn(step -> step.path("owed").asText().equals("ANSWER"))
                .hasSize(1);

        bench.runtime.createIncident("failedByHand", waiting, null, "kaputt");
        bench.clock.advance(Duration.ofMinutes(2));

        assertThat(overview("auditor").path("waiting"))
                .extracting(step -> step.path("owed").asText())
                .contains("FAILURE")
                .doesNotContain("ANSWER");
    }

    private LotBinding bound() {
        String no = bench.opened();
        bench.bind(no, 1);
        bench.worker.runOnce();
        return bench.bindings.ofApplication(no).get(0);
    }

    private LotBinding stopped() {
        bench.channel.registerLot = () -> {
            throw new ChannelException("应答不是 JSON");
        };
        LotBinding lot = bound();
        for (int tries = 0; tries < 20; tries++) {
            bench.clock.advance(Duration.ofHours(5));
            bench.worker.runOnce();
        }
        return lot;
    }

    private String instance(LotBinding lot) {
        return bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ProcessBench.gate(lot))
                .singleResult()
                .getId();
    }

    private List<Map<String, Object>> mails(LotBinding lot) {
        return bench.jdbc
                .sql("SELECT recipient, subject, body FROM mail WHERE about = ? AND dedupe_key LIKE 'incident%'")
                .param(lot.applicationNo())
                .query()
                .listOfRows();
    }

    private String said(String user, LotBinding lot) {
        return Browser.json(Browser.of(port, user).get("/api/turns/lots?application=" + lot.applicationNo()))
                .path(String.valueOf(lot.id()))
                .at("/0/text")
                .asText();
    }

    private JsonNode overview(String user) {
        return Browser.json(Browser.of(port, user).get("/api/overview")).path("now");
    }

    private String csv(String table) {
        return Browser.of(port, "supervisor")
                .get("/api/overview/" + table + ".csv")
                .body();
    }

    private long todo(String user) {
        return Browser.json(Browser.of(port, user).get("/api/todos/count"))
                .path("failures")
                .asLong();
    }

    private long openTasks(String group) {
        return bench.jdbc
                .sql("SELECT count(*) FROM open_task WHERE candidate_group = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    private static JsonNode only(JsonNode list, String name, String value) {
        List<JsonNode> found = StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(name).asText().equals(value))
                .toList();
        assertThat(found).as(name + " " + value).hasSize(1);
        return found.get(0);
    }
}

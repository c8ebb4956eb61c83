package cn.citybrain.parking.onboarding.process.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.expiry.ForgottenApplications;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is overdue is a task of the supervisors, until the step is done: on its second level when nothing comes of it. */
@OnboardingTest
class OverdueTest {

    private static final String HANDLE = "userTask_handleOverdue";
    private static final String AWAIT = "receiveTask_awaitStep";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    OverdueSweep sweep;

    @Autowired
    Overdues overdues;

    @Autowired
    OverdueTable table;

    @Autowired
    HistoryService history;

    private ProcessBench bench;
    private String no;

    /** 受理 is due on Wednesday evening. */
    @BeforeEach
    void anApplicationWaitsForItsReview() {
        bench = new ProcessBench(app, Channel.CITIZENCARD);
        bench.channel.review = () -> new ReviewResult.AwaitingVisit("等待联系");
        no = bench.apply();
    }

    @AfterEach
    void close() {
        bench.close();
        sweep.runOnce();
        IdentityService identity = app.getBean(IdentityService.class);
        identity.deleteUser("operator" + no);
        identity.deleteTenant(bench.merchant.tenantId());
    }

    // beginning and end

    @Test
    void becomesATaskOfTheSupervisorsAndTellsThemAll() {
        overdue();
        Task task = handle();
        assertThat(task.getName()).isEqualTo("处理超期：受理");
        assertThat(task.getPriority()).isEqualTo(75);
        assertThat(task.getTenantId()).isEqualTo(bench.merchant.tenantId());
        assertThat(day(task.getDueDate().toInstant())).isEqualTo("2026-11-30");
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("超期：受理"))
                .hasSize(2);
        assertThat(bench.steps(no)).containsExactly("userTask_review");
    }

    @Test
    void isOpenOnceHoweverOftenAndOnHoweverManyNodesItBegins() {
        overdue();
        OverdueStep known = table.all().stream()
                .filter(step -> step.applicationNo().equals(no))
                .findFirst()
                .orElseThrow();
        overdues.begin(known);
        sweep.runOnce();
        assertThat(bench.escalations(no)).hasSize(1);

        OverdueStep fresh =
                OverdueStep.of("fresh-" + no, null, "x", no, "citizencard", null, "等待", bench.clock.instant(), 3);
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            nodes.add(CompletableFuture.runAsync(() -> overdues.begin(fresh)).exceptionally(refused -> null));
        }
        nodes.forEach(CompletableFuture::join);
        assertThat(bench.escalations(no)).hasSize(2);
    }

    @Test
    void endsByItselfWhenTheStepIsDone() {
        overdue();
        bench.accept(no);
        sweep.runOnce();
        assertThat(bench.escalations(no)).isEmpty();
        assertThat(ends()).containsExactly("endEvent_notNeeded");
        assertThat(table.all()).noneMatch(step -> step.applicationNo().equals(no));
    }

    @Test
    void endsByItselfWhenTheApplicationIsWithdrawn() {
        overdue();
        bench.withdrawals.application(no, "operator-test", "不再接入");
        sweep.runOnce();
        assertThat(bench.escalations(no)).isEmpty();
    }

    @Test
    void endsByItselfWhenTheInstanceIsDeletedPastItsListeners() {
        overdue();
        bench.runtime.createProcessInstanceQuery().processInstanceBusinessKey(no).rootProcessInstances().list().stream()
                .filter(root -> !root.getProcessDefinitionId().startsWith("escalation"))
                .forEach(root -> bench.runtime.deleteProcessInstance(root.getId(), "test", true));
        sweep.runOnce();
        assertThat(bench.escalations(no)).isEmpty();
    }

    @Test
    void findsStepsThatAreGoneWithoutAWordAndEscalationsThatSomebodyDeleted() {
        overdue();
        bench.runtime.deleteProcessInstance(handle().getProcessInstanceId(), "by hand");
        sweep.compare();
        sweep.runOnce();
        assertThat(bench.escalations(no)).containsExactly(HANDLE);

        String step = table.all().stream()
                .filter(found -> found.applicationNo().equals(no))
                .findFirst()
                .orElseThrow()
                .stepId();
        bench.jdbc
                .sql("UPDATE overdue_step SET step_id = ? WHERE step_id = ?")
                .params("gone-" + no, step)
                .update();
        sweep.compare();
        sweep.runOnce();
        assertThat(bench.escalations(no)).isEmpty();
    }

    // what supervisors do

    @Test
    void remindsThoseItWaitsForAndLooksAgainAfterAsManyWorkingDays() {
        overdue();
        decide("{\"decision\":\"remind\"}", "remind");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("提醒：受理"));
        assertThat(bench.escalations(no)).containsExactly(AWAIT);
        assertThat(todos()).anyMatch(todo -> todo.contains("受理") && todo.contains("方主管已再次提醒"));

        bench.clock.advance(Duration.ofDays(1));
        bench.runJobs(no);
        assertThat(bench.escalations(no)).as("not before").containsExactly(AWAIT);
        bench.clock.advance(Duration.ofDays(4));
        bench.runJobs(no);
        assertThat(handle().getName()).isEqualTo("处理超期：受理（第 2 次上报）");
        assertThat(handle().getPriority()).isEqualTo(100);
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("再次超期：受理"))
                .hasSize(2);
    }

    @Test
    void endsOnceTheStepIsDoneAfterItWasHandled() {
        overdue();
        decide("{\"decision\":\"remind\"}", "remind");
        bench.accept(no);
        sweep.runOnce();
        assertThat(ends()).containsExactly("endEvent_stepDone");
    }

    @Test
    void reportsAgainWhatNobodyDealsWith() {
        overdue();
        bench.clock.advance(Duration.ofDays(5));
        bench.runJobs(no);
        assertThat(handle().getName()).isEqualTo("处理超期：受理（第 2 次上报）");
        assertThat(handle().getPriority()).isEqualTo(100);
        assertThat(todos()).anyMatch(todo -> todo.contains("第 2 次上报"));
    }

    @Test
    void givesMoreTimeUntilADate() {
        overdue();
        decide("{\"decision\":\"extend\",\"until\":\"2026-12-10\"}", "extend");
        assertThat(day(bench.task(no, "userTask_review").getDueDate().toInstant()))
                .isEqualTo("2026-12-10");
        bench.clock.set(Instant.parse("2026-12-10T09:00:00Z"));
        bench.runJobs(no);
        assertThat(bench.escalations(no)).containsExactly(AWAIT);
        bench.clock.advance(Duration.ofHours(2));
        bench.runJobs(no);
        assertThat(bench.escalations(no)).containsExactly(HANDLE);
    }

    @Test
    void keepsWhatTheOperatorIsToDoFromBeingForgottenUntilThatDate() {
        bench.giveBack(no, "storeName", "名称与招牌不符");
        bench.clock.advance(Duration.ofDays(16));
        overdue();
        decide("{\"decision\":\"extend\",\"until\":\"2027-03-31\"}", "extend");
        bench.clock.set(Instant.parse("2027-03-20T02:00:00Z"));
        app.getBean(ForgottenApplications.class).runOnce();
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("即将过期"));
        bench.clock.set(Instant.parse("2027-03-25T02:00:00Z"));
        app.getBean(ForgottenApplications.class).runOnce();
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("即将过期"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
    }

    @Test
    void handsOverToSomebodyWhoseRoleFitsAndToNobodyElse() {
        overdue();
        JsonNode view = Browser.json(supervisor().get("/api/tasks/" + handle().getId() + "/overdue"));
        assertThat(view.path("waitsFor").asText()).isEqualTo("运营公司审核");
        assertThat(view.path("colleagues").findValuesAsText("userId"))
                .contains("reviewer", "reviewer2")
                .doesNotContain("supervisor", "hubin", "zhilian", "auditor");
        assertThat(Browser.of(port, operator())
                        .get("/api/tasks/" + handle().getId() + "/overdue")
                        .statusCode())
                .as("who works at the operating company is nothing for others")
                .isEqualTo(404);
        assertRefused(post("supervisor", "{\"decision\":\"handOver\",\"to\":\"hubin\"}"), 409, "须是能办理它的人员");
        assertRefused(post("supervisor", "{\"decision\":\"handOver\"}"), 409, "请选择转交给谁");

        decide("{\"decision\":\"handOver\",\"to\":\"reviewer2\"}", "handOver");
        assertThat(bench.task(no, "userTask_review").getAssignee()).isEqualTo("reviewer2");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("已转交给您：受理"));
        assertThat(bench.escalations(no)).containsExactly(AWAIT);
    }

    @Test
    void withdrawsTheApplicationAndEnds() {
        overdue();
        assertRefused(post("supervisor", "{\"decision\":\"withdraw\",\"reason\":\" \"}"), 409, "请填写撤回原因");
        decide("{\"decision\":\"withdraw\",\"reason\":\"车场方没有回应\"}", "withdraw");
        assertThat(bench.applications.byNo(no).state()).isEqualTo(ApplicationState.WITHDRAWN);
        sweep.runOnce();
        assertThat(bench.escalations(no)).isEmpty();
    }

    @Test
    void takesNoOtherDecisionThanTheOneThatItsFormKept() {
        overdue();
        String id = handle().getId();
        assertThat(complete("supervisor", id, "remind").statusCode()).isNotEqualTo(204);
        assertThat(post("supervisor", "{\"decision\":\"extend\",\"until\":\"2026-12-10\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(complete("supervisor", id, "withdraw").statusCode()).isNotEqualTo(204);
        assertThat(bench.applications.byNo(no).state()).isNotEqualTo(ApplicationState.WITHDRAWN);
        assertRefused(post("supervisor", "{\"decision\":\"extend\",\"until\":\"2026-11-20\"}"), 409, "明天起");
    }

    // who may

    @Test
    void isStartedByNobodyAndIsTheSupervisorsAlone() {
        overdue();
        String variables = "{\"variables\":{\"applicationNo\":{\"value\":\"" + no + "\"}}}";
        for (String user : List.of("hubin", "reviewer", "supervisor", "auditor")) {
            HttpResponse<String> started =
                    Browser.of(port, user).engine("POST", "process-definition/key/escalation/submit-form", variables);
            assertThat(started.statusCode()).as(user).isGreaterThanOrEqualTo(400);
        }
        assertRefused(post("reviewer", "{\"decision\":\"remind\"}"), 403, "只有运营公司主管");
        assertThat(post("hubin", "{\"decision\":\"remind\"}").statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "reviewer")
                        .engine("POST", "task/" + handle().getId() + "/claim", "{\"userId\":\"reviewer\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(port, "auditor")
                        .engine("process-instance/" + handle().getProcessInstanceId())
                        .statusCode())
                .as("auditors see it in Cockpit")
                .isEqualTo(200);
    }

    // waits for somebody outside

    @Test
    void concernsWaitsForAChannelAsWell() {
        no = awaitingTheChannel();
        bench.clock.advance(Duration.ofDays(25));
        bench.runJobs(no);
        assertThat(handle().getName()).isEqualTo("处理超期：等待微信支付审核");
        assertThat(todos()).anyMatch(todo -> todo.startsWith("等待微信支付审核，无需操作：超期，"));
        assertRefused(post("supervisor", "{\"decision\":\"handOver\",\"to\":\"reviewer\"}"), 409, "没有可以转交的任务");

        decide("{\"decision\":\"extend\",\"until\":\"2027-01-20\"}", "extend");
        assertThat(day(bench.jdbc
                        .sql("SELECT expected_at FROM awaited_answer WHERE application_no = ?")
                        .param(no)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant()))
                .isEqualTo("2027-01-20");

        bench.channel.review = () -> new ReviewResult.Approved("mer-" + no);
        bench.clock.advance(Duration.ofHours(3));
        bench.worker.runOnce();
        sweep.runOnce();
        assertThat(ends()).containsExactly("endEvent_stepDone");
    }

    // dates that people agreed on

    @Test
    void isNotOverdueBeforeTheDayAfterAVisitThatWasAgreedOn() {
        String visit = awaitingTheVisit();
        agree("2026-12-15T02:00:00Z");
        assertThat(day(bench.task(no, visit).getDueDate().toInstant())).isEqualTo("2026-12-16");
        bench.clock.set(Instant.parse("2026-12-14T11:00:00Z"));
        bench.runJobs(no);
        assertThat(bench.escalations(no)).isEmpty();
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("提醒：") || subject.contains("超期："));

        bench.clock.set(Instant.parse("2026-12-16T02:00:00Z"));
        bench.runJobs(no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("提醒："));
        bench.clock.set(Instant.parse("2026-12-16T11:00:00Z"));
        bench.runJobs(no);
        assertThat(bench.escalations(no)).containsExactly(HANDLE);
    }

    @Test
    void isOverdueNoLongerWhenAVisitIsAgreedOnAndAgainTheDayAfterIt() {
        awaitingTheVisit();
        bench.clock.set(Instant.parse("2026-12-08T02:00:00Z"));
        bench.runJobs(no);
        assertThat(bench.escalations(no)).containsExactly(HANDLE);

        agree("2026-12-15T02:00:00Z");
        sweep.runOnce();
        assertThat(bench.escalations(no)).isEmpty();
        assertThat(todos()).noneMatch(todo -> todo.contains("超期"));
        bench.clock.set(Instant.parse("2026-12-16T11:00:00Z"));
        sweep.runOnce();
        assertThat(bench.escalations(no)).containsExactly(HANDLE);
    }

    private void overdue() {
        bench.clock.advance(Duration.ofDays(3));
        bench.runJobs(no);
        assertThat(bench.escalations(no)).containsExactly(HANDLE);
    }

    private String awaitingTheVisit() {
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).contains("userTask_awaitVisit");
        return "userTask_awaitVisit";
    }

    private String awaitingTheChannel() {
        bench.close();
        bench = new ProcessBench(app, Channel.WECHATPAY);
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        String waiting = bench.apply();
        bench.accept(waiting);
        bench.worker.runOnce();
        return waiting;
    }

    private void agree(String at) {
        app.getBean(Appointments.class).agree(no, Instant.parse(at), "王经理", "operator-test");
    }

    private Task handle() {
        return bench.task(no, HANDLE);
    }

    private void decide(String decision, String code) {
        String id = handle().getId();
        HttpResponse<String> kept = post("supervisor", decision);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(204);
        HttpResponse<String> done = complete("supervisor", id, code);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    /** Somebody of the company whose application it is. */
    private String operator() {
        IdentityService identity = app.getBean(IdentityService.class);
        User operator = identity.newUser("operator" + no);
        operator.setPassword(DemoWorld.PASSWORD);
        identity.saveUser(operator);
        identity.saveTenant(identity.newTenant(bench.merchant.tenantId()));
        identity.createMembership(operator.getId(), Role.LOT_OPERATOR.group());
        identity.createTenantUserMembership(bench.merchant.tenantId(), operator.getId());
        return operator.getId();
    }

    private HttpResponse<String> post(String user, String decision) {
        return Browser.of(port, user).call("POST", "/api/tasks/" + handle().getId() + "/overdue", decision);
    }

    private HttpResponse<String> complete(String user, String id, String code) {
        Browser browser = Browser.of(port, user);
        browser.engine("POST", "task/" + id + "/claim", "{\"userId\":\"" + user + "\"}");
        return browser.engine(
                "POST",
                "task/" + id + "/submit-form",
                "{\"variables\":{\"applicationNo\":{\"value\":\"" + no + "\"},\"overdueDecision\":{\"value\":\"" + code
                        + "\"}}}");
    }

    private Browser supervisor() {
        return Browser.of(port, "supervisor");
    }

    private List<String> todos() {
        List<String> lines = new ArrayList<>();
        Browser.json(supervisor().get("/api/turns?applications=" + no))
                .path(no)
                .forEach(turn -> lines.add(
                        turn.path("text").asText() + "：" + turn.path("overdue").asText("")));
        return lines;
    }

    /** The ends that escalations of the application reached. */
    private List<String> ends() {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey("escalation")
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(step -> step.getActivityId())
                .toList();
    }

    private static String day(Instant moment) {
        return moment.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }
}

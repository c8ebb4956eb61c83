package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.setup.AccessProbe;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people may submit, over HTTP as Tasklist would. */
@OnboardingTest
class SubmissionRulesTest {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Test
    void startTakesItsTenantAndBusinessKeyFromTheApplication() {
        AccessProbe.deploy(beans);
        String no = AccessProbe.application(beans, "hubin");

        HttpResponse<String> answer =
                start("hubin", variables("applicationNo", no).replace("{\"v", "{\"businessKey\":\"WX0\",\"v"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .singleResult();
        assertThat(instance.getTenantId()).isEqualTo("hubin");
    }

    @Test
    void startRefusesAnUndeclaredVariable() {
        AccessProbe.deploy(beans);
        String no = AccessProbe.application(beans, "hubin");

        HttpResponse<String> answer = start(
                "hubin",
                "{\"variables\":{\"applicationNo\":{\"value\":\"" + no + "\"},\"approved\":{\"value\":true}}}");

        assertRefused(answer, 403, "不接受资料项 approved");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no)
                        .count())
                .isZero();
    }

    @Test
    void startRefusesForeignUnknownAndMissingApplications() {
        AccessProbe.deploy(beans);
        String foreign = AccessProbe.application(beans, "chengxi");

        assertRefused(start("hubin", variables("applicationNo", foreign)), 400, "没有申请 " + foreign);
        assertRefused(start("hubin", variables("applicationNo", "WX999")), 400, "没有申请 WX999");
        assertRefused(start("hubin", "{\"variables\":{}}"), 400, "必须带有申请编号");
    }

    @Test
    void nobodyStartsWhatOnlyProcessesCall() {
        String no = AccessProbe.application(beans, "hubin");
        for (String called : List.of("test-deduction-gate", "acceptance", "withdrawal")) {
            HttpResponse<String> answer = Browser.of(port, "hubin")
                    .engine("POST", "process-definition/key/" + called + "/start", variables("applicationNo", no));
            assertThat(answer.statusCode()).as(called + answer.body()).isEqualTo(403);
        }
    }

    @Test
    void onlyOperatorsStart() {
        AccessProbe.deploy(beans);
        String no = AccessProbe.application(beans, "hubin");

        for (String user : new String[] {"reviewer", "supervisor", "zhilian", "auditor", "admin"}) {
            assertRefused(start(user, variables("applicationNo", no)), 403, "只有车场方可以发起");
        }
    }

    @Test
    void completionTakesDeclaredVariablesWithDeclaredValuesOnly() {
        AccessProbe probe = AccessProbe.start(beans);
        Browser reviewer = Browser.of(port, "reviewer");
        String path = "task/" + probe.task("review").getId() + "/submit-form";

        assertRefused(reviewer.engine("POST", path, "{\"variables\":{\"live\":{\"value\":true}}}"), 403, "不接受资料项 live");
        assertRefused(reviewer.engine("POST", path, variables("reviewDecision", "live")), 400, "只能是");
        assertRefused(reviewer.engine("POST", path, "{\"variables\":{}}"), 400, "还缺少: reviewDecision");
        assertRefused(
                reviewer.engine("POST", path, "{\"variables\":{\"reviewDecision\":{\"value\":{\"a\":1}}}}"), 400, "格式");
        assertRefused(
                reviewer.engine(
                        "POST",
                        path,
                        "{\"variables\":{\"reviewDecision\":{\"value\":\"accept\"},\"applicationNo\":{\"value\":\"WX1\"}}}"),
                403,
                "不能改为其他申请编号");
        assertRefused(reviewer.engine("POST", path, "{\"variables\":{},\"variables\":{}}"), 400, "不是有效的 JSON");

        HttpResponse<String> accepted = reviewer.engine("POST", path, variables("reviewDecision", "accept"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(204);
        assertThat(probe.task("review")).isNull();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(probe.instance().getId())
                        .list())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .containsExactlyInAnyOrder("applicationNo=" + probe.applicationNo(), "reviewDecision=accept");
    }

    @Test
    void onlyCandidatesClaimAndCompleteAndOnlyTheAssigneeOnceClaimed() {
        AccessProbe probe = AccessProbe.start(beans);
        String task = "task/" + probe.task("review").getId();
        Browser operator = Browser.of(port, "hubin");
        Browser reviewer = Browser.of(port, "reviewer");
        Browser second = Browser.of(port, "reviewer2");

        assertRefused(operator.engine("POST", task + "/claim", "{\"userId\":\"hubin\"}"), 403, "不由您办理");
        assertRefused(operator.engine("POST", task + "/complete", variables("reviewDecision", "accept")), 403, "不由您办理");
        assertRefused(reviewer.engine("POST", task + "/claim", "{\"userId\":\"hubin\"}"), 403, "只能为自己");
        assertThat(reviewer.engine("POST", task + "/claim", "{\"userId\":\"reviewer\"}")
                        .statusCode())
                .isEqualTo(204);
        assertRefused(second.engine("POST", task + "/complete", variables("reviewDecision", "accept")), 403, "认领人");
        assertRefused(second.engine("POST", task + "/unclaim", null), 403, "自己认领");
        assertThat(reviewer.engine("POST", task + "/unclaim", null).statusCode())
                .isEqualTo(204);
        assertThat(second.engine("POST", task + "/claim", "{\"userId\":\"reviewer2\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Browser.of(port, "supervisor")
                        .engine("POST", task + "/unclaim", null)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void onlyThoseWhoMayWorkATaskAndSupervisorsWriteIntoItsStory() {
        AccessProbe probe = AccessProbe.start(beans);
        String comment = "task/" + probe.task("review").getId() + "/comment/create";
        for (String user : List.of("hubin", "admin")) {
            assertRefused(
                    Browser.of(port, user).engine("POST", comment, "{\"message\":\"请尽快\"}"), 403, "任务“受理”不由您办理，不能写备注");
        }
        assertRefused(Browser.of(port, "auditor").engine("POST", comment, "{\"message\":\"已阅\"}"), 403, "不能写备注");
        for (String user : List.of("reviewer", "reviewer2", "supervisor")) {
            HttpResponse<String> written =
                    Browser.of(port, user).engine("POST", comment, "{\"message\":\"由" + user + "\"}");
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        }
        assertThat(probe.tasks().getTaskComments(probe.task("review").getId())).hasSize(3);
    }

    @Test
    void stepsOfTheChannelAndUndeclaredStepsTakeNoSubmission() {
        AccessProbe probe = AccessProbe.start(beans).accepted();
        Browser operator = Browser.of(port, "hubin");

        assertRefused(
                operator.engine("POST", "task/" + probe.task("waitForChannel").getId() + "/complete", "{}"),
                403,
                "由支付渠道的结果推进");
        assertRefused(
                operator.engine("POST", "task/" + probe.task("undeclared").getId() + "/complete", "{}"), 403, "没有声明");
    }

    @Test
    void everyWayAroundTheFormsIsClosed() {
        AccessProbe probe = AccessProbe.start(beans);
        String instance = "process-instance/" + probe.instance().getId();
        String task = "task/" + probe.task("review").getId();
        String value = "{\"value\":\"x\",\"type\":\"String\"}";
        String[][] calls = {
            {"PUT", instance + "/variables/live", value},
            {"POST", instance + "/variables", "{\"modifications\":{\"live\":" + value + "}}"},
            {"POST", instance + "/modification", "{\"instructions\":[]}"},
            {"DELETE", instance, null},
            {"PUT", instance + "/suspended", "{\"suspended\":true}"},
            {"PUT", task + "/variables/live", value},
            {"PUT", task + "/localVariables/live", value},
            {"POST", task + "/assignee", "{\"userId\":\"hubin\"}"},
            {"POST", task + "/bpmnError", "{\"errorCode\":\"x\"}"},
            {"POST", task + "/identity-links", "{\"userId\":\"hubin\",\"type\":\"candidate\"}"},
            {"PUT", task, "{\"name\":\"x\"}"},
            {"DELETE", task, null},
            {"POST", "message", "{\"messageName\":\"x\"}"},
            {"POST", "signal", "{\"name\":\"x\"}"},
            {"POST", "condition", "{}"},
            {"POST", "external-task/fetchAndLock", "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[]}"},
            {"POST", "external-task/x/complete", "{\"workerId\":\"w\"}"},
            {"POST", "deployment/create", "{}"},
            {"DELETE", "deployment/x", null},
            {"POST", "process-instance/delete", "{\"processInstanceIds\":[]}"},
            {"POST", "history/process-instance/delete", "{}"},
            {"POST", "migration/execute", "{}"},
            {"POST", "filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}"},
            {"POST", "authorization/create", "{\"type\":1}"},
            {"POST", "job/x/execute", null},
            {"POST", "process-definition/key/access-probe/tenant-id/hubin/start", "{}"},
            {"POST", "task/create", "{}"},
        };
        for (String user : new String[] {"hubin", "reviewer", "supervisor", "auditor", "admin"}) {
            Browser browser = Browser.of(port, user);
            for (String[] call : calls) {
                HttpResponse<String> answer = browser.engine(call[0], call[1], call[2]);
                assertThat(answer.statusCode())
                        .as(user + " " + call[0] + " " + call[1])
                        .isEqualTo(403);
                assertThat(Browser.json(answer).path("message").asText()).contains("不在业务允许的范围内");
            }
        }
        assertThat(probe.task("review")).isNotNull();
    }

    /** A form that was opened before an update still holds the older version. */
    @Test
    void startRefusesAVersionThatIsNotTheNewest() {
        ProcessDefinition older = AccessProbe.renewed(beans, "访问控制试验");
        ProcessDefinition newer = AccessProbe.renewed(beans, "访问控制试验（新）");
        String no = AccessProbe.application(beans, "hubin");
        Browser operator = Browser.of(port, "hubin");

        HttpResponse<String> refused = operator.engine(
                "POST", "process-definition/" + older.getId() + "/submit-form", variables("applicationNo", no));
        assertRefused(refused, 409, "已经更新，请刷新页面后重新发起");
        HttpResponse<String> started = operator.engine(
                "POST", "process-definition/" + newer.getId() + "/submit-form", variables("applicationNo", no));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    }

    private HttpResponse<String> start(String user, String body) {
        return Browser.of(port, user).engine("POST", "process-definition/key/access-probe/submit-form", body);
    }

    private static String variables(String name, String value) {
        return "{\"variables\":{\"" + name + "\":{\"value\":\"" + value + "\",\"type\":\"String\"}}}";
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Browser.json(answer).path("message").asText()).contains(message);
    }
}

package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.setup.AccessProbe;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people may ask the engine: about themselves and their own companies. */
@OnboardingTest
class EngineReadsTest {

    private static final List<String> BOUND = List.of("hubin", "chengxi", "zhilian", "vendor2");

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Test
    void whoIsBoundToCompaniesCountsNothingOfOthers() {
        String definition = AccessProbe.start(beans).instance().getProcessDefinitionId();
        for (String user : BOUND) {
            Browser browser = Browser.of(port, user);
            for (String path : List.of(
                    "process-definition/statistics",
                    "process-definition/statistics?incidents=true",
                    "process-definition/" + definition + "/statistics",
                    "process-definition/key/access-probe/statistics",
                    "history/process-definition/" + definition + "/statistics",
                    "history/process-definition/cleanable-process-instance-report",
                    "history/process-instance/report?reportType=duration&periodUnit=month",
                    "history/task/report?reportType=count",
                    "task/report/candidate-group-count",
                    "deployment",
                    "deployment/count",
                    "decision-definition/count",
                    "job/count",
                    "job-definition",
                    "external-task/count",
                    "incident/count",
                    "batch/statistics",
                    "event-subscription",
                    "metrics",
                    "metrics/activity-instance-start/sum",
                    "telemetry/data",
                    "schema/log",
                    "tenant",
                    "tenant/count",
                    "authorization",
                    "authorization/count")) {
                assertRefused(browser.engine(path), user + " " + path);
            }
            for (String path : List.of("job", "job/count", "external-task/count", "job-definition/count")) {
                assertRefused(browser.engine("POST", path, "{}"), user + " POST " + path);
            }
            assertThat(browser.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("/camunda/api/admin/plugin/adminPlugins/default/metrics/x")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyLearnsWhatOthersAre() {
        for (String user : List.of("hubin", "zhilian", "reviewer", "supervisor", "auditor")) {
            Browser browser = Browser.of(port, user);
            for (String other : List.of("admin", "chengxi", "nobody-at-all")) {
                String groups = "identity/groups?userId=" + other;
                assertRefused(browser.engine(groups), user + " " + groups);
                assertRefused(browser.engine(groups + "&userId=" + user), user + " twice");
                assertRefused(browser.engine("identity/groups?userId=" + user + "&userId=" + other), user + " twice");
                assertRefused(browser.engine("group?member=" + other), user + " member " + other);
                assertRefused(browser.engine("group/count?member=" + other), user + " count " + other);
                for (String slashed : List.of("identity/groups/?userId=", "group/?member=", "group/count/?member=")) {
                    assertRefused(browser.engine(slashed + other), user + " " + slashed + other);
                }
                assertRefused(
                        browser.engine("POST", "group", "{\"member\":\"" + other + "\"}"), user + " POST " + other);
            }
        }
        assertRefused(Browser.of(port, "admin").engine("identity/groups?userId=hubin"), "admin");
        for (String user : BOUND) {
            Browser browser = Browser.of(port, user);
            for (String company : List.of("hubin", "chengxi", "no-such-company")) {
                for (String path : List.of("group", "group/count", "user", "user/count")) {
                    assertRefused(browser.engine(path + "?memberOfTenant=" + company), user + " " + path + company);
                }
                assertRefused(browser.engine("POST", "group", "{\"memberOfTenant\":\"" + company + "\"}"), user);
            }
        }
        for (String user : BOUND) {
            String check = "authorization/check?permissionName=READ&resourceName=user&resourceType=1&userId=";
            assertRefused(Browser.of(port, user).engine(check + "admin"), user + " check");
        }
        HttpResponse<String> known = Browser.of(port, "hubin").engine("user/chengxi/profile");
        HttpResponse<String> unknown = Browser.of(port, "hubin").engine("user/nobody-at-all/profile");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(known.body().replace("chengxi", "X"))
                .isEqualTo(unknown.body().replace("nobody-at-all", "X"));
    }

    @Test
    void everybodyLearnsWhatTheyAreThemselves() {
        for (String user : List.of("hubin", "zhilian", "reviewer", "supervisor", "auditor", "admin")) {
            Browser browser = Browser.of(port, user);
            for (String path : List.of(
                    "identity/groups?userId=" + user,
                    "user/" + user + "/profile",
                    "group?member=" + user,
                    "group/count?member=" + user)) {
                assertThat(browser.engine(path).statusCode())
                        .as(user + " " + path)
                        .isEqualTo(200);
            }
            assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                    .isEqualTo(200);
        }
        assertThat(Browser.of(port, "hubin")
                        .engine("identity/groups?userId=hubin")
                        .body())
                .contains("lot-operator")
                .doesNotContain("chengxi");
    }

    /** Everything that Tasklist asks, of the engine's own delivery. */
    @Test
    void whatTasklistAsksIsAnswered() {
        AccessProbe probe = AccessProbe.start(beans).accepted();
        String task = "task/" + probe.task("waitForChannel").getId();
        String definition = "process-definition/" + probe.instance().getProcessDefinitionId();
        Browser operator = Browser.of(port, "hubin");
        for (String path : List.of(
                "filter?resourceType=Task&maxResults=50",
                "filter/count",
                "task/count",
                "process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&maxResults=15",
                "process-definition/count?latest=true",
                definition,
                definition + "/xml",
                definition + "/startForm",
                "process-definition/key/access-probe",
                task,
                task + "/form",
                task + "/identity-links",
                task + "/comment",
                task + "/attachment",
                task + "/variables",
                "process-instance/" + probe.instance().getId(),
                "process-instance/count",
                "variable-instance?processInstanceIdIn=" + probe.instance().getId() + "&maxResults=10",
                "history/user-operation?maxResults=50&taskId="
                        + probe.task("waitForChannel").getId(),
                "history/process-instance/" + probe.instance().getId())) {
            assertThat(operator.engine(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(operator.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(200);
        assertThat(operator.get("/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Browser.of(port, "chengxi")
                        .engine("history/user-operation?maxResults=500&processInstanceId="
                                + probe.instance().getId())
                        .body())
                .isEqualTo("[]");
    }

    private static void assertRefused(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what + answer.body()).isEqualTo(403);
        assertThat(Browser.json(answer).path("message").asText()).as(what).containsAnyOf("不在业务允许的范围内", "只能查看自己的");
    }
}

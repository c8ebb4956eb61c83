package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.access.setup.AccessProbe;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees what: a parking company its own, a vendor its lots' tasks, the operating company and auditors everything. */
@OnboardingTest
class IsolationTest {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Merchants merchants;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Memberships memberships;

    @Autowired
    People people;

    @Test
    void nothingOfAnotherCompanyExistsForAnOperator() {
        AccessProbe probe = AccessProbe.start(beans).accepted();
        String task = "task/" + probe.task("waitForChannel").getId();
        String instance = "process-instance/" + probe.instance().getId();
        Browser foreign = Browser.of(port, "chengxi");

        for (String path : List.of(
                task,
                task + "/variables",
                task + "/form",
                task + "/form-variables",
                task + "/identity-links",
                task + "/comment",
                task + "/deployed-form",
                instance,
                instance + "/variables",
                instance + "/variables/applicationNo",
                instance + "/activity-instances",
                "history/process-instance/" + probe.instance().getId())) {
            assertThat(foreign.engine(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String call : List.of("/claim", "/complete", "/submit-form", "/unclaim", "/comment/create")) {
            assertThat(foreign.engine("POST", task + call, "{\"userId\":\"chengxi\"}")
                            .statusCode())
                    .as(call)
                    .isEqualTo(404);
        }
        assertThat(foreign.engine("DELETE", instance, null).statusCode()).isEqualTo(404);
    }

    @Test
    void listsAndCountsOfAForeignOperatorAreEmpty() {
        AccessProbe probe = AccessProbe.start(beans).accepted();
        String id = probe.instance().getId();
        Browser own = Browser.of(port, "hubin");
        Browser foreign = Browser.of(port, "chengxi");

        for (String path : List.of(
                "task?maxResults=500",
                "variable-instance?maxResults=500&processInstanceIdIn=" + id,
                "history/process-instance?maxResults=500&processInstanceId=" + id,
                "history/variable-instance?maxResults=500&processInstanceId=" + id,
                "history/task?maxResults=500&processInstanceId=" + id,
                "history/detail?maxResults=500&processInstanceId=" + id,
                "process-instance?maxResults=500&processInstanceIds=" + id,
                "history/activity-instance?maxResults=500&processInstanceId=" + id)) {
            assertThat(foreign.engine(path).statusCode()).as(path).isEqualTo(200);
            assertThat(foreign.engine(path).body()).as(path).doesNotContain(id);
        }
        assertThat(own.engine("process-instance?maxResults=500&processInstanceIds=" + id)
                        .body())
                .contains(id);
        assertThat(tasksInFilters(foreign))
                .doesNotContain(probe.task("waitForChannel").getId());
        assertThat(tasksInFilters(own)).contains(probe.task("waitForChannel").getId());
    }

    @Test
    void aVendorSeesTheTasksOfItsLotsAndNothingElse() {
        AccessProbe probe = AccessProbe.start(beans).accepted();
        String mine = probe.task("prepare").getId();
        String theirs = probe.task("waitForChannel").getId();
        Browser vendor = Browser.of(port, "zhilian");
        Browser other = Browser.of(port, "vendor2");

        assertThat(vendor.engine("task/" + mine).statusCode()).isEqualTo(200);
        assertThat(vendor.engine("task/" + mine + "/form-variables").body()).contains(probe.applicationNo());
        assertThat(tasksInFilters(vendor)).contains(mine).doesNotContain(theirs);
        assertThat(vendor.engine("task/" + theirs).statusCode()).isEqualTo(404);
        assertThat(vendor.engine("process-instance/" + probe.instance().getId()).statusCode())
                .isEqualTo(404);
        assertThat(other.engine("task/" + mine).statusCode()).isEqualTo(404);
        assertThat(tasksInFilters(other)).doesNotContain(mine, theirs);
        assertThat(people.find("zhilian").orElseThrow().tenants()).isEmpty();
        assertThat(vendor.engine("POST", "task/" + mine + "/claim", "{\"userId\":\"zhilian\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(vendor.engine("POST", "task/" + mine + "/unclaim", null).statusCode())
                .isEqualTo(204);
        assertThat(vendor.engine("POST", "task/" + mine + "/submit-form", "{}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void onlyVendorsGetARightPerTask() {
        AccessProbe probe = AccessProbe.start(beans).accepted();

        assertThat(grantsOn(probe.task("prepare").getId())).isEqualTo(1);
        assertThat(grantsOn(probe.task("waitForChannel").getId())).isZero();
        probe.tasks().claim(probe.task("waitForChannel").getId(), "hubin");
        assertThat(grantsOn(probe.task("waitForChannel").getId())).isZero();
    }

    @Test
    void theOperatingCompanyAndAuditorsSeeEveryTenantAlsoOneThatIsNew() {
        merchants
                .byTenant("isolation")
                .orElseGet(() ->
                        merchants.add("isolation", "隔离试验停车有限公司", "91330102MA2HUB1N0E", "office@isolation.example"));
        memberships.align();
        AccessProbe probe = AccessProbe.start(beans);
        String id = probe.instance().getId();

        assertThat(people.find("reviewer").orElseThrow().sees("isolation")).isTrue();
        assertThat(people.find("auditor").orElseThrow().sees("isolation")).isTrue();
        assertThat(people.find("hubin").orElseThrow().tenants()).containsExactly("hubin");
        for (String user : List.of("reviewer", "supervisor", "auditor")) {
            assertThat(Browser.of(port, user).engine("process-instance/" + id).statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        assertThat(tasksInFilters(Browser.of(port, "reviewer")))
                .contains(probe.task("review").getId());
    }

    @Test
    void whoClaimsATaskKeepsItInTheFirstFilterAndNobodyElseDoes() {
        String task = AccessProbe.start(beans).task("review").getId();
        Browser claimer = Browser.of(port, "reviewer");
        Browser colleague = Browser.of(port, "reviewer2");
        assertThat(tasksToDo(colleague)).contains(task);

        assertThat(claimer.engine("POST", "task/" + task + "/claim", "{\"userId\":\"reviewer\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(tasksToDo(claimer)).contains(task);
        assertThat(tasksToDo(colleague)).doesNotContain(task);
    }

    @Test
    void anAuditorChangesNothingNotEvenWhenTheChannelIsAsked() {
        String no = AccessProbe.application(beans, "hubin");
        String path = "/api/applications/" + no + "/check-now";

        assertThat(Browser.of(port, "auditor").call("POST", path, "{}").statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(port, "hubin").call("POST", path, "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageThatDoesNotOpenSaysWhyInChinese() {
        Browser operator = Browser.of(port, "hubin");

        HttpResponse<String> missing = operator.get("/no-such-page");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("没有这个页面").doesNotContain("Whitelabel");
        HttpResponse<String> closed = operator.get("/camunda/app/cockpit/default/");
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(closed.body()).contains("您不能打开这个页面").doesNotContain("Whitelabel");
    }

    @Test
    void anAuditorReadsHistoryAndTheOperationLog() {
        AccessProbe probe = AccessProbe.start(beans);
        Browser reviewer = Browser.of(port, "reviewer");
        reviewer.engine("POST", "task/" + probe.task("review").getId() + "/claim", "{\"userId\":\"reviewer\"}");
        Browser auditor = Browser.of(port, "auditor");

        JsonNode log = Browser.json(
                auditor.engine("history/user-operation?maxResults=500&operationType=Claim&processInstanceId="
                        + probe.instance().getId()));
        assertThat(log).anyMatch(entry -> entry.path("userId").asText().equals("reviewer"));
        assertThat(auditor.engine("history/variable-instance?maxResults=500&processInstanceId="
                                + probe.instance().getId())
                        .body())
                .contains(probe.applicationNo());
        assertThat(auditor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    }

    /** Ids of the tasks in the filter that our list opens first. */
    private static List<String> tasksToDo(Browser browser) {
        return tasksIn("todo", browser);
    }

    private static List<String> tasksIn(String filter, Browser browser) {
        List<String> ids = new ArrayList<>();
        int page = 1;
        JsonNode rows;
        do {
            rows = Browser.json(browser.get("/api/worklist?size=100&filter=" + filter + "&page=" + page++))
                    .path("rows");
            rows.forEach(task -> ids.add(task.path("id").asText()));
        } while (!rows.isEmpty());
        return ids;
    }

    @Test
    void cockpitShowsSupervisorsAndAuditorsEveryCompanyAndOthersNothing() {
        merchants
                .byTenant("isolation")
                .orElseGet(() ->
                        merchants.add("isolation", "隔离试验停车有限公司", "91330102MA2HUB1N0E", "office@isolation.example"));
        memberships.align();
        AccessProbe probe = AccessProbe.start(beans);
        String query = "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=500";
        String body = "{\"processDefinitionId\":\"" + probe.instance().getProcessDefinitionId() + "\"}";

        for (String user : List.of("supervisor", "auditor")) {
            assertThat(Browser.of(port, user).call("POST", query, body).body())
                    .as(user)
                    .contains(probe.instance().getId());
            // as the page of an instance spells it
            String incidents = "/camunda/api/cockpit/plugin/base/default/incident/?firstResult=0&maxResults=50";
            assertThat(Browser.of(port, user).call("POST", incidents, body).statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        for (String user : List.of("chengxi", "zhilian", "vendor2")) {
            assertThat(Browser.of(port, user).call("POST", query, body).body())
                    .as(user)
                    .doesNotContain(probe.instance().getId());
        }
    }

    @Test
    void supervisorsAndAuditorsReadTheFiguresThatCockpitShows() {
        String figures = "process-definition/"
                + AccessProbe.start(beans).instance().getProcessDefinitionId() + "/statistics?incidents=true";

        for (String user : List.of("supervisor", "auditor")) {
            Browser browser = Browser.of(port, user);
            assertThat(browser.engine(figures).statusCode()).as(user).isEqualTo(200);
            assertThat(browser.engine("task/report/candidate-group-count").statusCode())
                    .as(user)
                    .isEqualTo(200);
            assertThat(browser.engine("process-definition?key=acceptance&withoutTenantId=true")
                            .statusCode())
                    .as(user)
                    .isEqualTo(200);
            assertThat(Browser.json(browser.engine("POST", "group", "{\"idIn\":[\"ops-reviewer\"]}")))
                    .as(user)
                    .hasSize(1);
        }
    }

    @Test
    void theEngineAsksEverybodyForTheirTenantsButThoseWhoWorkForAll() {
        AccessProbe probe = AccessProbe.start(beans).accepted();
        String id = probe.instance().getId();

        for (Role role : Role.values()) {
            Actor stranger = new Actor("stranger", "外人", Set.of(role.group()), Set.of("chengxi"));
            long seen = people.as(stranger, () -> runtime.createProcessInstanceQuery()
                    .processInstanceId(id)
                    .count());
            boolean everything = Set.of(Role.OPS_REVIEWER, Role.OPS_SUPERVISOR, Role.AUDITOR, Role.ADMIN)
                    .contains(role);
            assertThat(seen).as(role.name()).isEqualTo(everything ? 1 : 0);
        }
        for (String user : List.of("reviewer", "supervisor", "auditor")) {
            assertThat(people.find(user).orElseThrow().tenants()).as(user).isEmpty();
        }
        assertThat(people.find("admin").orElseThrow().sees("hubin")).isFalse();
    }

    /** Ids of every task in every filter of our list; the engine's own filters are nobody's who works. */
    private static List<String> tasksInFilters(Browser browser) {
        assertThat(Browser.json(browser.engine("filter?resourceType=Task&maxResults=50")))
                .isEmpty();
        JsonNode filters = Browser.json(browser.get("/api/worklist/counts"));
        assertThat(filters).isNotEmpty();
        List<String> ids = new ArrayList<>();
        filters.forEach(filter -> ids.addAll(tasksIn(filter.path("code").asText(), browser)));
        return ids;
    }

    private long grantsOn(String taskId) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(taskId)
                .count();
    }
}

package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's known holes, tried from outside. */
@OnboardingTest
class EngineHolesTest {

    private static final String CODE = "${''.getClass()}";

    @LocalServerPort
    int port;

    @Autowired
    Memberships memberships;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void noQueryEvaluatesAnExpressionAtAnyDepth() {
        Browser operator = Browser.of(port, "hubin");
        // nobody else has a filter of the engine's
        Browser admin = Browser.of(port, "admin");
        for (String query : List.of(
                "{\"assigneeExpression\":\"" + CODE + "\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}",
                "{\"orQueries\":[{\"name\":\"x\"},{\"nameLike\":\"y\",\"dueBeforeExpression\":\"" + CODE + "\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}")) {
            for (String path : List.of("task?maxResults=10", "task/count")) {
                assertRefused(operator.engine("POST", path, query));
            }
            String filter = Browser.json(admin.engine("filter?resourceType=Task&maxResults=10"))
                    .path(0)
                    .path("id")
                    .asText();
            for (String path : List.of("/list?maxResults=10", "/count")) {
                assertRefused(admin.engine("POST", "filter/" + filter + path, query));
            }
        }
    }

    @Test
    void noStoredFilterKeepsAnExpressionButTheHarmlessOnes() {
        for (var query : List.of(
                tasks.createTaskQuery().or().taskAssigneeExpression(CODE).endOr(),
                tasks.createTaskQuery().taskAssigneeExpression(CODE))) {
            Filter filter = filters.newTaskFilter("hole").setQuery(query);
            assertThatThrownBy(() -> filters.saveFilter(filter)).hasMessageContaining("不允许使用表达式");
        }
        assertThat(filters.createTaskFilterQuery().filterName("hole").count()).isZero();
        Browser admin = Browser.of(port, "admin");
        for (String user : List.of("hubin", "reviewer", "admin")) {
            assertThat(Browser.of(port, user)
                            .engine(
                                    "POST",
                                    "filter/create",
                                    "{\"resourceType\":\"Task\",\"name\":\"hole\",\"query\":{\"orQueries\":[{\"assigneeExpression\":\""
                                            + CODE + "\"}]}}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(admin.engine("POST", "filter/create", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void setupIsClosedForEverybodyAndAnAdministratorRemains() {
        String body = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"x\"}}";
        String path = "/camunda/api/admin/setup/default/user/create";

        assertThat(new Browser(port).call("POST", path, body).statusCode()).isEqualTo(401);
        assertThat(Browser.of(port, "hubin").call("POST", path, body).statusCode())
                .isEqualTo(403);
        Browser admin = Browser.of(port, "admin");
        assertThat(admin.call("POST", path, body).statusCode()).isEqualTo(403);
        assertThat(admin.engine("DELETE", "user/admin", null).statusCode()).isEqualTo(403);
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isPositive();
    }

    /** Nobody's rights come from it, but without a member the web applications open their set-up page. */
    @Test
    void theEnginesOwnAdministratorsAreOursAndNobodyElse() {
        Browser admin = Browser.of(port, "admin");

        assertThat(admin.engine("PUT", "group/camunda-admin/members/hubin", "{}")
                        .body())
                .contains("“人员”页面（/people）");
        assertThat(admin.engine("DELETE", "group/camunda-admin/members/admin", null)
                        .statusCode())
                .isEqualTo(403);

        identity.createMembership("hubin", "camunda-admin");
        memberships.align();
        assertThat(members("camunda-admin")).isNotEmpty().isEqualTo(members("onboarding-admin"));
    }

    /** As in a database of the version before. */
    @Test
    void whoeverWasAnAdministratorBeforeThereWasAGroupOfOursStaysOne() {
        List<String> administrators = members("camunda-admin");
        administrators.forEach(user -> identity.deleteMembership(user, "onboarding-admin"));

        memberships.align();

        assertThat(administrators).isNotEmpty();
        assertThat(members("onboarding-admin")).isEqualTo(administrators);
        assertThat(members("camunda-admin")).isEqualTo(administrators);
        assertThat(Browser.of(port, "admin").get("/api/people").statusCode()).isEqualTo(200);
    }

    private List<String> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .sorted()
                .toList();
    }

    @Test
    void anAddressThatCanBeReadInTwoWaysIsRefusedBeforeAnythingReadsIt() {
        Browser nobody = new Browser(port);
        for (String path : List.of(
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/app/admin/../../api/admin/setup/default/user/create",
                "/camunda/api/%2e/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create;x=1",
                "/assets/..;/api/applications")) {
            assertThat(nobody.call("POST", path, "{}").statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void nobodyKeepsPeopleThroughTheEngineAndEachRefusalSaysWhere() {
        String body = "{\"profile\":{\"id\":\"fresh\"},\"credentials\":{\"password\":\"demo-2026\"}}";
        String[][] calls = {
            {"POST", "user/create", body, "“人员”页面（/people）"},
            {"DELETE", "user/hubin", null, "“人员”页面（/people）"},
            {"PUT", "user/hubin/profile", "{\"id\":\"admin\",\"firstName\":\"x\"}", "“人员”页面（/people）"},
            {"PUT", "user/hubin/credentials", "{\"password\":\"x\"}", "“我的账号”页面（/account）"},
            {"PUT", "user/admin/credentials", "{\"password\":\"x\"}", "“人员”页面（/people）"},
            {"POST", "user/hubin/unlock", null, "“人员”页面（/people）"},
            {"PUT", "group/onboarding-admin/members/hubin", "{}", "“人员”页面（/people）"},
            {"DELETE", "group/onboarding-admin/members/admin", null, "“人员”页面（/people）"},
            {"PUT", "tenant/chengxi/user-members/hubin", "{}", "“人员”页面（/people）"},
            {"DELETE", "tenant/hubin/user-members/hubin", null, "“人员”页面（/people）"},
            {"POST", "group/create", "{\"id\":\"vendor-x\"}", "“主数据”页面"},
            {"DELETE", "group/vendor-zhilian", null, "“主数据”页面"},
            {"POST", "tenant/create", "{\"id\":\"x\"}", "“主数据”页面"},
            {"PUT", "tenant/hubin/group-members/lot-operator", "{}", "“主数据”页面"}
        };
        for (String user : List.of("hubin", "supervisor", "admin")) {
            Browser browser = Browser.of(port, user);
            for (String[] call : calls) {
                HttpResponse<String> answer = browser.engine(call[0], call[1], call[2]);
                assertThat(answer.statusCode()).as(user + " " + call[1]).isEqualTo(403);
                assertThat(answer.body()).as(call[1]).contains(call[3]);
            }
        }
        assertThat(identity.createUserQuery().userId("fresh").count()).isZero();
        assertThat(identity.createUserQuery().userId("admin").singleResult().getFirstName())
                .isEqualTo("吴");
    }

    /** In an address they would be steps; our own pages take none that begins or ends with a dot. */
    @Test
    void anIdOfDotsAloneIsTakenByNobody() {
        for (String dots : List.of(".", "..")) {
            assertThatThrownBy(() -> identity.saveUser(identity.newUser(dots)))
                    .as(dots)
                    .isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(() -> identity.saveGroup(identity.newGroup(dots)))
                    .as(dots)
                    .isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(() -> identity.saveTenant(identity.newTenant(dots)))
                    .as(dots)
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void whoLosesTheAccountLosesTheSession() {
        User user = identity.newUser("leaver");
        user.setPassword("demo-2026");
        identity.saveUser(user);
        identity.createMembership("leaver", "auditor");
        Browser leaver = Browser.of(port, "leaver");
        assertThat(leaver.engine("task/count").statusCode()).isEqualTo(200);

        identity.deleteUser("leaver");

        assertThat(leaver.engine("task/count").statusCode()).isEqualTo(401);
        assertThat(leaver.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void scriptsHaveNoLanguage() {
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><process id='scripted'"
                + " isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='s'/><sequenceFlow id='f'"
                + " sourceRef='s' targetRef='t'/><scriptTask id='t'"
                + " scriptFormat='%s'><script>1</script></scriptTask></process></definitions>";
        for (String language : List.of("javascript", "groovy", "juel", "feel")) {
            assertThat(engine.getScriptEngineResolver().getScriptEngine(language, true))
                    .isNull();
        }
        var deployment = repository
                .createDeployment()
                .addString("scripted.bpmn", model.formatted("juel"))
                .deploy();
        String no = deployment.getId();
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired()
                        .execute(context -> engine.getScriptingEngines().getScriptEngineForLanguage("juel")))
                .isInstanceOf(ProcessEngineException.class);
        repository.deleteDeployment(no, true);
    }

    @Test
    void unboundedQueriesAreRefused() {
        assertThat(Browser.of(port, "hubin").engine("task?maxResults=2001").statusCode())
                .isEqualTo(400);
        assertThat(Browser.of(port, "hubin").engine("task?maxResults=2000").statusCode())
                .isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("java.lang.String").containsAnyOf("表达式", "Expressions are forbidden");
    }
}

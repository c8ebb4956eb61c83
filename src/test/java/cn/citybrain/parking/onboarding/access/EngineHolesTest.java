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
        for (String query : List.of(
                "{\"assigneeExpression\":\"" + CODE + "\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}",
                "{\"orQueries\":[{\"name\":\"x\"},{\"nameLike\":\"y\",\"dueBeforeExpression\":\"" + CODE + "\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}")) {
            for (String path : List.of("task?maxResults=10", "task/count")) {
                assertRefused(operator.engine("POST", path, query));
            }
            String filter = Browser.json(operator.engine("filter?resourceType=Task&maxResults=10"))
                    .path(0)
                    .path("id")
                    .asText();
            for (String path : List.of("/list?maxResults=10", "/count")) {
                assertRefused(operator.engine("POST", "filter/" + filter + path, query));
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
        assertThat(admin.engine("DELETE", "group/onboarding-admin/members/admin", null)
                        .body())
                .contains("至少保留一名");
        assertThat(admin.engine("DELETE", "user/admin", null).body()).contains("至少保留一名");
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
                .contains("自动保持一致");
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
        assertThat(Browser.of(port, "admin").engine("POST", "user/create", "{}").statusCode())
                .isNotEqualTo(403);
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
    void onlyAdministratorsKeepAccountsAndNobodyWritesToAnother() {
        Browser operator = Browser.of(port, "hubin");
        Browser admin = Browser.of(port, "admin");
        String body =
                "{\"profile\":{\"id\":\"fresh\",\"firstName\":\"新\",\"lastName\":\"人\"},\"credentials\":{\"password\":\"demo-2026\"}}";

        assertThat(operator.engine("POST", "user/create", body).statusCode()).isEqualTo(403);
        assertThat(operator.engine("PUT", "group/onboarding-admin/members/hubin", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.engine("PUT", "user/admin/credentials", "{\"password\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        operator.engine("PUT", "user/hubin/profile", "{\"id\":\"admin\",\"firstName\":\"林\",\"lastName\":\"晓湖\"}");
        assertThat(identity.createUserQuery().userId("admin").singleResult().getFirstName())
                .isEqualTo("吴");

        assertThat(admin.engine("POST", "user/create", body).statusCode()).isEqualTo(204);
        assertThat(admin.engine("PUT", "group/lot-operator/members/fresh", "{}").statusCode())
                .isEqualTo(204);
        assertThat(admin.engine("PUT", "tenant/chengxi/user-members/fresh", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Browser.json(Browser.of(port, "fresh").get("/api/session"))
                        .path("roles")
                        .toString())
                .isEqualTo("[\"lot-operator\"]");
        assertThat(admin.engine("DELETE", "user/fresh", null).statusCode()).isEqualTo(204);
    }

    @Test
    void whoLosesTheAccountLosesTheSession() {
        Browser admin = Browser.of(port, "admin");
        admin.engine(
                "POST",
                "user/create",
                "{\"profile\":{\"id\":\"leaver\"},\"credentials\":{\"password\":\"demo-2026\"}}");
        Browser leaver = Browser.of(port, "leaver");
        assertThat(leaver.engine("task/count").statusCode()).isEqualTo(200);

        admin.engine("DELETE", "user/leaver", null);

        assertThat(leaver.engine("task/count").statusCode()).isEqualTo(401);
        assertThat(leaver.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void scriptsHaveNoLanguage() {
        String model =
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>"
                        + "<process id='scripted' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='s'/>"
                        + "<sequenceFlow id='f' sourceRef='s' targetRef='t'/><scriptTask id='t' scriptFormat='%s'><script>1</script></scriptTask></process></definitions>";
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

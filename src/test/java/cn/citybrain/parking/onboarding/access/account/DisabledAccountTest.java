package cn.citybrain.parking.onboarding.access.account;

import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.PASSWORD;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.anId;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.body;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.entry;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.access.setup.AccessProbe;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What ends when somebody leaves, or becomes something else. */
@OnboardingTest
class DisabledAccountTest {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountList list;

    @Autowired
    AccountSweep sweep;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    PeopleDesk desk;
    Browser admin;

    @BeforeEach
    void theDesk() {
        desk = new PeopleDesk(port, beans);
        admin = Browser.of(port, "admin");
    }

    @AfterEach
    void everybodyLeaves() {
        desk.dismissAll();
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndCannotComeBackIn() {
        String id = desk.hire(admin, entry(anId(), Role.OPS_REVIEWER));
        Browser here = desk.loggedIn(id);
        Browser elsewhere = desk.loggedIn(id);
        assertThat(desk.sessions(id)).isEqualTo(2);

        assertThat(desk.act(admin, id, "disable").statusCode()).isEqualTo(200);

        assertThat(desk.sessions(id)).as("rows, on every node").isZero();
        for (Browser browser : List.of(here, elsewhere)) {
            assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
            assertThat(browser.engine("task/count").statusCode()).isEqualTo(401);
        }
        assertThat(login(id, PASSWORD)).endsWith("/login?reason=disabled");
        assertThat(new Browser(port).get("/login?reason=disabled").body()).contains("您的账号已停用");
        assertThat(login(id, "not-the-password"))
                .as("a stranger learns nothing")
                .endsWith("reason=wrong");
        assertThat(identity.createGroupQuery().groupMember(id).count()).isZero();
    }

    /** As a session would be that began in the same moment. */
    @Test
    void aSessionThatIsLeftIsWorthNothing() {
        String id = desk.hire(admin, entry(anId(), Role.OPS_REVIEWER));
        assertThat(people.find(id)).isPresent();

        desk.act(admin, id, "disable");

        assertThat(people.find(id)).as("asked with every call").isEmpty();
        assertThat(people.nameOf(id)).as("in the history").isEqualTo("测" + id);
    }

    @Test
    void itsTasksGoBackToTheirGroupsWithANote() {
        String id = desk.hire(admin, entry(anId(), Role.OPS_REVIEWER));
        Task task = AccessProbe.start(beans).task("review");
        Browser reviewer = desk.loggedIn(id);
        assertThat(reviewer.engine("POST", "task/" + task.getId() + "/claim", "{\"userId\":\"" + id + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(body(admin.get("/api/people/" + id)).path("tasks").findValuesAsText("name"))
                .containsExactly(task.getName());

        desk.act(admin, id, "disable");

        assertThat(assignee(task)).isNull();
        assertThat(tasks.getTaskComments(task.getId()))
                .extracting(Comment::getFullMessage)
                .containsExactly("测" + id + "（" + id + "）的账号已由 吴管理 停用，任务退回，请其他能办理的人员认领。");
        Browser colleague = Browser.of(port, "reviewer");
        assertThat(colleague
                        .engine("POST", "task/" + task.getId() + "/claim", "{\"userId\":\"reviewer\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aTaskThatItTookInThatMomentGoesBackSoon() {
        String id = desk.hire(admin, entry(anId(), Role.OPS_REVIEWER));
        Task task = AccessProbe.start(beans).task("review");
        desk.act(admin, id, "disable");
        tasks.setAssignee(task.getId(), id);

        sweep.giveBack();

        assertThat(assignee(task)).isNull();
        assertThat(tasks.getTaskComments(task.getId())).hasSize(1);
    }

    @Test
    void enabledAgainItHasWhatItHad() {
        String id = desk.hire(admin, with(entry(anId(), Role.LOT_OPERATOR), "companies", List.of("hubin", "chengxi")));
        desk.act(admin, id, "disable");
        assertThat(desk.act(admin, id, "disable").body()).contains("账号已经停用");

        assertThat(desk.act(admin, id, "enable").statusCode()).isEqualTo(200);

        desk.loggedIn(id);
        assertThat(people.find(id).orElseThrow().tenants()).containsExactlyInAnyOrder("hubin", "chengxi");
        assertThat(people.find(id).orElseThrow().groups()).containsExactly("lot-operator");
        assertThat(desk.act(admin, id, "enable").body()).contains("账号没有停用");
    }

    @Test
    void aReasonIsAskedFor() {
        String id = desk.hire(admin, entry(anId(), Role.AUDITOR));
        HttpResponse<String> answer = admin.call(
                "POST", "/api/people/" + id + "/disable", "{\"version\":" + desk.version(id) + ",\"reason\":\" \"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(body(answer).path("fields").path("reason").asText()).contains("请填写停用的原因");
    }

    @Test
    void anotherRoleEndsSessionsAndGivesBackWhatIsNotForItToDo() {
        String id = desk.hire(admin, entry(anId(), Role.OPS_REVIEWER));
        Task task = AccessProbe.start(beans).task("review");
        Browser reviewer = desk.loggedIn(id);
        reviewer.engine("POST", "task/" + task.getId() + "/claim", "{\"userId\":\"" + id + "\"}");

        desk.change(admin, with(with(entry(id, Role.OPS_REVIEWER), "givenName", "改名"), "version", desk.version(id)));
        assertThat(reviewer.get("/api/session").statusCode())
                .as("another name alone")
                .isEqualTo(200);
        assertThat(assignee(task)).isEqualTo(id);

        HttpResponse<String> also =
                desk.change(admin, with(entry(id, Role.OPS_REVIEWER, Role.AUDITOR), "version", desk.version(id)));
        assertThat(also.statusCode()).as(also.body()).isEqualTo(200);
        assertThat(reviewer.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(assignee(task)).as("still a reviewer").isEqualTo(id);

        desk.change(admin, with(entry(id, Role.AUDITOR), "version", desk.version(id)));
        assertThat(assignee(task)).isNull();
        assertThat(identity.createGroupQuery().groupMember(id).list())
                .extracting(org.camunda.bpm.engine.identity.Group::getId)
                .containsExactly("auditor");
    }

    @Test
    void anotherCompanyEndsSessionsAndWhatWasSeenOfTheOldOne() {
        String id = desk.hire(admin, entry(anId(), Role.LOT_OPERATOR));
        Browser operator = desk.loggedIn(id);

        desk.change(
                admin,
                with(with(entry(id, Role.LOT_OPERATOR), "companies", List.of("chengxi")), "version", desk.version(id)));

        assertThat(operator.get("/api/session").statusCode()).isEqualTo(401);
        desk.loggedIn(id);
        assertThat(people.find(id).orElseThrow().tenants()).containsExactly("chengxi");
    }

    /** Two administrators who disable each other: the second one was let in when both could. */
    @Test
    void theLastAdministratorStays() {
        String second = desk.hire(admin, entry(anId(), Role.ADMIN));
        Actor first = people.find("admin").orElseThrow();
        Actor other = people.find(second).orElseThrow();
        list.all().stream()
                .filter(account -> account.state() == AccountState.ACTIVE
                        && account.roles().contains(Role.ADMIN))
                .filter(account -> !Set.of("admin", second).contains(account.userId()))
                .forEach(account -> accounts.disable(first, account.userId(), account.version(), "试验"));
        accounts.disable(first, second, desk.version(second), "试验");

        assertThatThrownBy(() -> accounts.disable(other, "admin", desk.version("admin"), "试验"))
                .isInstanceOf(AccountProblem.Invalid.class)
                .hasMessageContaining("至少保留一名");
        assertThatThrownBy(() -> accounts.change(
                        other,
                        new PersonEntry(
                                "admin", "吴", "管理", "admin@onboarding.example", Set.of(Role.AUDITOR), Set.of(), ""),
                        desk.version("admin")))
                .hasMessageContaining("至少保留一名");
        assertThat(people.find("admin").orElseThrow().is(Role.ADMIN)).isTrue();
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private String login(String id, String password) {
        return new Browser(port)
                .login(id, password)
                .headers()
                .firstValue("location")
                .orElse("none");
    }
}

package cn.citybrain.parking.onboarding.masterdata.person;

import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.anId;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.body;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.entry;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.PeopleDesk;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page 人员 over HTTP: each role and each action, allowed and refused. */
@OnboardingTest
class PeopleTest {

    private static final List<String> ACTIONS = List.of("change", "link", "unlock", "disable", "enable");
    private static final Set<Role> OF_SUPERVISORS =
            Set.of(Role.LOT_OPERATOR, Role.LOT_VENDOR, Role.OPS_REVIEWER, Role.AUDITOR);

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    PeopleDesk desk;
    Browser supervisor;
    Browser admin;

    @BeforeEach
    void theKeepers() {
        desk = new PeopleDesk(port, beans);
        supervisor = Browser.of(port, "supervisor");
        admin = Browser.of(port, "admin");
    }

    @AfterEach
    void everybodyLeaves() {
        desk.dismissAll();
    }

    @Test
    void onlySupervisorsAndAdministratorsSeeOrKeepPeople() {
        String somebody = desk.hire(admin, entry(anId(), Role.LOT_OPERATOR));
        for (String other : List.of("hubin", "zhilian", "reviewer", "auditor")) {
            Browser browser = Browser.of(port, other);
            for (String path : List.of(
                    "/api/people",
                    "/api/people/" + somebody,
                    "/api/people/nobody",
                    "/api/people-choices",
                    "/api/people/" + somebody + "/changes")) {
                assertNotTheirs(browser.get(path), other + " " + path);
            }
            assertNotTheirs(desk.invite(browser, entry(anId(), Role.LOT_OPERATOR)), other);
            for (String action : ACTIONS) {
                assertNotTheirs(perform(browser, somebody, action, Role.LOT_OPERATOR), other + " " + action);
            }
        }
        assertThat(new Browser(port).get("/api/people").statusCode()).isEqualTo(401);
    }

    @Test
    void rolesThatCheckEachOtherAreWarnedOfWhereTheyAreGivenAndWhereTheyAreSeen() {
        String somebody = anId();
        assertThat(desk.invite(
                                supervisor,
                                with(entry(somebody, Role.AUDITOR), "roles", List.of("auditor", "ops-reviewer")))
                        .statusCode())
                .isEqualTo(201);

        assertThat(body(supervisor.get("/api/people/" + somebody))
                        .at("/warnings/0")
                        .asText())
                .contains("“运营公司审核”和“审计”由同一个人担任");
        assertThat(body(supervisor.get("/api/people-choices")).path("apart"))
                .anySatisfy(
                        pair -> assertThat(pair.path("roles").toString()).isEqualTo("[\"ops-reviewer\",\"auditor\"]"));
    }

    @Test
    void supervisorsInviteFourRolesAndAdministratorsAll() {
        for (Role role : Role.values()) {
            HttpResponse<String> bySupervisor = desk.invite(supervisor, entry(anId(), role));
            assertThat(bySupervisor.statusCode())
                    .as(role + bySupervisor.body())
                    .isEqualTo(OF_SUPERVISORS.contains(role) ? 201 : 403);
            if (!OF_SUPERVISORS.contains(role)) {
                assertThat(body(bySupervisor).path("message").asText()).contains("只能由系统管理员授予");
            }
            assertThat(desk.invite(admin, entry(anId(), role)).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void eachActionIsOpenToWhoKeepsTheRoleAndClosedToTheOthers() {
        for (Role role : Role.values()) {
            String somebody = desk.hire(admin, entry(anId(), role));
            for (String action : ACTIONS) {
                HttpResponse<String> bySupervisor = perform(supervisor, somebody, action, role);
                if (OF_SUPERVISORS.contains(role)) {
                    assertThat(bySupervisor.statusCode())
                            .as(role + action + bySupervisor.body())
                            .isIn(200, 204);
                } else {
                    assertThat(bySupervisor.statusCode()).as(role + action).isEqualTo(403);
                    assertThat(body(bySupervisor).path("message").asText()).contains("系统管理员");
                }
            }
            if (OF_SUPERVISORS.contains(role)) {
                continue;
            }
            for (String action : ACTIONS) {
                HttpResponse<String> byAdministrator = perform(admin, somebody, action, role);
                assertThat(byAdministrator.statusCode())
                        .as(role + action + byAdministrator.body())
                        .isIn(200, 204);
            }
        }
    }

    @Test
    void nobodyMakesThemselvesMoreThanTheyAre() {
        Map<String, Object> own = asIs(supervisor, "supervisor");
        HttpResponse<String> answer =
                desk.change(supervisor, with(own, "roles", List.of(Role.OPS_SUPERVISOR.group(), Role.ADMIN.group())));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(supervisor
                        .engine("PUT", "group/onboarding-admin/members/supervisor", "{}")
                        .statusCode())
                .isEqualTo(403);

        String administrator = desk.hire(admin, entry(anId(), Role.ADMIN));
        Browser himself = desk.loggedIn(administrator);
        Map<String, Object> his = asIs(himself, administrator);
        HttpResponse<String> roles =
                desk.change(himself, with(his, "roles", List.of(Role.ADMIN.group(), Role.OPS_SUPERVISOR.group())));
        assertThat(roles.statusCode()).isEqualTo(403);
        assertThat(body(roles).path("message").asText()).contains("不能修改自己的角色");
        assertThat(desk.act(himself, administrator, "disable").body()).contains("不能停用自己的账号");
        assertThat(desk.change(himself, with(his, "givenName", "改名")).statusCode())
                .as("one's own name")
                .isEqualTo(200);
        assertThat(himself.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aSupervisorMakesNobodyAdministratorByChangeEither() {
        String reviewer = desk.hire(supervisor, entry(anId(), Role.OPS_REVIEWER));
        for (Role role : List.of(Role.ADMIN, Role.OPS_SUPERVISOR)) {
            Map<String, Object> more = with(asIs(supervisor, reviewer), "roles", List.of(role.group()));
            assertThat(desk.change(supervisor, more).statusCode()).isEqualTo(403);
        }
        assertThat(body(supervisor.get("/api/people/" + reviewer)).path("roles").toString())
                .isEqualTo("[{\"id\":\"ops-reviewer\",\"name\":\"运营公司审核\"}]");
    }

    @Test
    void tellsTheSecondOfTwoWhoEditAndOverwritesNothing() {
        String somebody = desk.hire(supervisor, entry(anId(), Role.AUDITOR));
        Map<String, Object> seenByBoth = asIs(supervisor, somebody);

        assertThat(desk.change(supervisor, with(seenByBoth, "givenName", "甲")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> second = desk.change(admin, with(seenByBoth, "givenName", "乙"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(body(second).path("message").asText()).contains("刚被别人修改过");
        assertThat(desk.act(admin, somebody, "disable", (Long) seenByBoth.get("version"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(body(admin.get("/api/people/" + somebody)).path("givenName").asText())
                .isEqualTo("甲");
    }

    @Test
    void saysFieldByFieldWhatIsWrongAndWritesNothing() {
        String id = anId();
        HttpResponse<String> answer = desk.invite(
                supervisor,
                with(with(with(entry(id, Role.LOT_OPERATOR), "mail", "x"), "companies", List.of()), "userId", "张三"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(body(answer).path("fields").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("userId", "mail", "companies");
        assertThat(desk.invite(supervisor, with(entry(id, Role.AUDITOR), "roles", List.of("camunda-admin")))
                        .body())
                .contains("没有角色");
        assertThat(desk.invite(supervisor, entry("Hubin", Role.AUDITOR)).body()).contains("大小写");
        assertThat(supervisor.call("POST", "/api/people", "{").statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/people/" + id).statusCode()).isEqualTo(404);
        assertThat(desk.mails(id)).isZero();
    }

    @Test
    void anIdIsNeverGivenAgain() {
        String id = desk.hire(supervisor, entry(anId(), Role.AUDITOR));
        desk.act(supervisor, id, "disable");

        for (String again : List.of(id, id.toUpperCase(java.util.Locale.ROOT))) {
            HttpResponse<String> answer = desk.invite(supervisor, entry(again, Role.AUDITOR));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(body(answer).path("fields").path("userId").asText()).contains("已停用", "不会给第二个人");
        }
    }

    @Test
    void findsPeopleByIdNameMailCompanyRoleAndStateWithTrueTotals() {
        String id = anId();
        desk.invite(
                supervisor,
                with(with(entry(id, Role.LOT_OPERATOR), "familyName", "欧阳"), "companies", List.of("chengxi", "hubin")));
        for (String text : List.of(id.toUpperCase(java.util.Locale.ROOT), "欧阳" + id, id + "@people")) {
            JsonNode found = body(supervisor.get("/api/people?q=" + encoded(text)));
            assertThat(found.path("total").asLong()).as(text).isEqualTo(1);
            assertThat(found.path("rows").path(0).path("companies").toString()).contains("湖滨", "城西");
        }
        for (String text : List.of("城西停车", "车场方")) {
            JsonNode found = body(supervisor.get("/api/people?size=100&q=" + encoded(text)));
            assertThat(found.path("rows").findValuesAsText("userId")).as(text).contains(id);
        }
        JsonNode vendors = body(supervisor.get("/api/people?size=100&q=" + encoded("智联停车")));
        assertThat(vendors.path("rows").findValuesAsText("userId"))
                .contains("zhilian")
                .doesNotContain(id);
        assertThat(body(supervisor.get("/api/people?q=" + id + "&state=INVITED"))
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        assertThat(body(supervisor.get("/api/people?q=" + id + "&state=ACTIVE"))
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(body(supervisor.get("/api/people?q=%25")).path("total").asLong())
                .isZero();
        JsonNode page = body(supervisor.get("/api/people?size=2&page=2"));
        assertThat(page.path("rows")).hasSize(2);
        assertThat(page.path("total").asLong()).isGreaterThan(9);
        assertThat(supervisor.get("/api/people?state=GONE").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsWhoChangedWhatFromWhatToWhat() {
        String id = desk.hire(supervisor, entry(anId(), Role.LOT_OPERATOR));
        desk.change(admin, with(asIs(admin, id), "companies", List.of("hubin", "chengxi")));
        desk.act(supervisor, id, "disable");

        JsonNode rows = body(supervisor.get("/api/people/" + id + "/changes")).path("rows");

        assertThat(rows.findValuesAsText("action")).containsExactly("停用", "修改", "接受邀请", "邀请");
        assertThat(rows.findValuesAsText("by")).startsWith("方主管", "吴管理").endsWith("方主管");
        assertThat(rows.path(0).path("note").asText()).isEqualTo("已离职");
        assertThat(rows.path(1).path("fields").toString())
                .contains("\"name\":\"车场方\"", "\"before\":\"杭州湖滨停车管理有限公司\"", "杭州城西停车服务有限公司");
    }

    @Test
    void offersOnlyWhatMayBeGiven() {
        assertThat(body(supervisor.get("/api/people-choices")).path("roles").findValuesAsText("id"))
                .containsExactly("lot-operator", "lot-vendor", "ops-reviewer", "auditor");
        JsonNode all = body(admin.get("/api/people-choices"));
        assertThat(all.path("roles")).hasSize(6);
        assertThat(all.path("companies").findValuesAsText("id")).contains("hubin", "chengxi");
        assertThat(all.path("vendors").findValuesAsText("id")).contains("vendor-zhilian");
        assertThat(supervisor.get("/people").body()).contains("/onboarding/pages/people.js");
        assertThat(supervisor.get("/people/hubin").body()).contains("/onboarding/pages/person.js");
    }

    private HttpResponse<String> perform(Browser by, String userId, String action, Role role) {
        return action.equals("change")
                ? desk.change(by, with(entry(userId, role), "version", desk.version(userId)))
                : desk.act(by, userId, action);
    }

    /** What the form would send without a change. */
    private static Map<String, Object> asIs(Browser by, String userId) {
        JsonNode person = body(by.get("/api/people/" + userId));
        Map<String, Object> entry = new HashMap<>();
        entry.put("userId", userId);
        for (String name : List.of("familyName", "givenName", "mail")) {
            entry.put(name, person.path(name).asText());
        }
        entry.put("roles", person.path("roles").findValuesAsText("id"));
        entry.put("companies", person.path("companies").findValuesAsText("id"));
        entry.put("vendor", person.path("vendor").path("id").asText(""));
        entry.put("version", person.path("version").asLong());
        return entry;
    }

    private static void assertNotTheirs(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what).isEqualTo(403);
        assertThat(body(answer).path("message").asText()).as(what).contains("只有运营公司主管和系统管理员可以管理人员");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
